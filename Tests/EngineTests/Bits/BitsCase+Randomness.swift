import Lab

extension BitsCase {
  static let randomness: [BitsCase] = [
    layer("Dropout", Shape(5, 13)) { Dropout(p: 0.4) },
    layer("Dropout, standard", Shape(5, 13)) { Dropout(p: 0.4, form: .standard) },
    layer("GaussianDropout", Shape(5, 13)) { GaussianDropout(p: 0.4) },
    layer("GaussianNoise", Shape(5, 13)) { GaussianNoise(standardDeviation: 0.4) },
    layer("DropConnect", Shape(5, 13)) { DropConnect(13, 7, p: 0.4) },
    layer("Standout", Shape(5, 13)) {
      Linear(13, 7)
      Standout(alpha: 1.5, beta: 0.2)
    },
    augmentation("flip", RandomHorizontalFlip()),
    augmentation("crop", RandomCrop(padding: 1)),
    augmentation("translation", RandomTranslation(pixels: 1)),
    augmentation("rotation", RandomRotation(degrees: 30, interpolation: .bilinear)),
    augmentation("scale", RandomScale(0.7...1.3, interpolation: .bilinear)),
    augmentation("brightness", RandomBrightness(0.3)),
    augmentation("contrast", RandomContrast(0.3)),
    augmentation("noise", RandomNoise()),
    augmentation("Cutout", Cutout(size: 2)),
    augmentation("Mixup", Mixup(alpha: 0.4)),
    augmentation("CutMix", CutMix()),
    augmentation(
      "RandAugment",
      RandAugment(operations: [.horizontalFlip, .rotation(), .translation(pixels: 2), .contrast()])),
    training("Dropout and augmentation", augmentation: [RandomTranslation(pixels: 1), Mixup()]) {
      Linear(16, 9)
      ReLU()
      Dropout()
      Linear(9, 3)
    },
  ]
}
