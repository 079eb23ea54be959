// What scripts made for browsers expect to find. Duktape is a JavaScript of 2009 with some of 2015.
var window = this;
var console = { log: function () {}, warn: function () {}, error: function () {} };

// KaTeX's matrices.
if (!Array.prototype.fill) {
  Array.prototype.fill = function (value) {
    for (var i = 0; i < this.length; i++) this[i] = value;
    return this;
  };
}
