/// One way to build a book that must give the same bytes as every other.
struct BuildVariant: Sendable {
  /// What is different about it, for people.
  let name: String
  /// The folder of the book's copy, in the folder of the verification.
  let folder: String
  let jobs: Int
  /// Variables of the environment; nil for one that must not be set.
  let environment: [String: String?]

  /// What `regbook verify` tries. None of it may reach a byte of the site.
  static let all = [
    BuildVariant(
      name: "one job", folder: "plain", jobs: 1,
      environment: [
        "LC_ALL": "C", "TZ": "UTC", "SWIFT_DETERMINISTIC_HASHING": nil,
        "GLIBC_TUNABLES": nil,
      ]),
    BuildVariant(
      name: "three jobs, another folder, locale, time zone and hash seed",
      folder: "a longer path with blanks/数", jobs: 3,
      environment: [
        "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu",
        "SWIFT_DETERMINISTIC_HASHING": "1", "GLIBC_TUNABLES": nil,
      ]),
    BuildVariant(
      name: "a C library without FMA and AVX2", folder: "no-fma", jobs: 2,
      environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-AVX2"]),
  ]
}
