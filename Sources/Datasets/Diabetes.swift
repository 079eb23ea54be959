import Autograd
import Numerics

/// 442 diabetes patients: age, sex, body mass index, blood pressure, six serum measurements, and the
/// disease's progression a year later.
///
/// Source: Efron, Hastie, Johnstone & Tibshirani, *Least Angle Regression*, Annals of Statistics
/// 2004, in `chapters/data/diabetes.csv`.
public enum Diabetes {
  /// All patients. Every column has mean 0 and variance 1 (over n), and the mean of the progression
  /// is taken off, so that no intercept is needed.
  public static let standardized: Regression = {
    let table = CSV("chapters/data/diabetes.csv")
    require(
      table.columns.count == 11,
      "chapters/data/diabetes.csv should have 11 columns, not \(table.columns.count)")
    let n = Double(table.rows.count)
    let columns = (0..<10).map { j in
      let column = Vector(table.rows.map { $0[j] })
      let centred = column - Vector(repeating: column.mean, count: column.count)
      return centred / (centred.dot(centred) / n).squareRoot()
    }
    let y = Vector(table.rows.map { $0[10] })
    return Regression(
      x: Matrix(rows: table.rows.count, columns: 10) { columns[$1][$0] },
      y: y - Vector(repeating: y.mean, count: y.count),
      names: Array(table.columns.prefix(10)))
  }()
}
