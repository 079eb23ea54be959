#include "CTarget.h"
