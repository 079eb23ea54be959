import Charts
import Results

extension PageRenderer {
  /// The colors of names in the page's figures: a name keeps its own down the page.
  func colourNames() -> ColourNames {
    var charts: [Chart] = []
    page.chapter.forEachBlock { block in
      switch block {
      case .placement(let reference):
        let figures = result(of: reference.experiment)?.figures ?? []
        charts += figures.filter { $0.name == reference.name }.map { $0.chart.typeset }
      case .experiment(let experiment):
        let figures = result(of: experiment.id)?.figures ?? []
        charts += figures.filter { !placed.contains("\(experiment.id).\($0.name)") }.map {
          $0.chart.typeset
        }
      default: break
      }
    }
    return ColourNames(charts)
  }
}

extension Chart {
  /// The chart with the numbers in its words set as in the text.
  var typeset: Chart {
    var chart = self
    chart.x.label = NumberWords.set(x.label)
    chart.y.label = NumberWords.set(y.label)
    chart.marks = marks.map(\.typeset)
    chart.panels = panels?.map {
      Panel(title: NumberWords.set($0.title), marks: $0.marks.map(\.typeset))
    }
    return chart
  }
}

extension Mark {
  fileprivate var typeset: Mark {
    var mark = self
    mark.label = NumberWords.set(label)
    mark.categories = categories.map(NumberWords.set)
    mark.rows = rows?.map(NumberWords.set)
    return mark
  }
}
