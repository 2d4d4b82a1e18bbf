import Toponyms

/// Answers with whether they were right, from which confidences are fitted.
struct ConfidenceTrainer {
  typealias Answer = (signs: ConfidenceSigns, isRight: Bool)

  private(set) var spans: [Answer] = []
  private(set) var places: [Answer] = []

  /// Adds what a model found and placed in an article that it was not trained on.
  mutating func add(_ answers: ArticleAnswers) {
    let gold = Set(answers.article.toponyms.map(\.bytes))
    for (toponym, signs) in answers.found where answers.article.counts(toponym) {
      spans.append((signs, gold.contains(toponym.bytes)))
    }
    for placed in [answers.placed, answers.placedFromHome] {
      for (index, (answer, toponym)) in zip(placed, answers.article.toponyms).enumerated() {
        guard let gold = toponym.point, answer.toponym.place != nil else { continue }
        places.append((answer.signs, answers.kilometres(of: index, from: gold, in: placed) <= 161))
      }
    }
  }

  func model() -> ConfidenceModel { ConfidenceModel(span: Self.fit(spans), place: Self.fit(places)) }

  /// Logistic regression by Newton's steps with a slight ridge.
  private static func fit(_ answers: [Answer]) -> [Float] {
    guard let count = answers.first?.signs.values.count else { return [] }
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<12 {
      var gradient = weights.map { -0.5 * $0 }
      var curvature = (0..<count).map { row in (0..<count).map { $0 == row ? 0.5 : 0.0 } }
      for (signs, isRight) in answers {
        let values = signs.values.map(Double.init)
        let score = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = Double(1 / (1 + exponential(Float(-score))))
        let slope = probability * (1 - probability)
        for row in 0..<count {
          gradient[row] += ((isRight ? 1 : 0) - probability) * values[row]
          for column in 0..<count { curvature[row][column] += slope * values[row] * values[column] }
        }
      }
      let step = solve(curvature, gradient)
      for row in 0..<count { weights[row] += step[row] }
    }
    return weights.map(Float.init)
  }

  /// Gaussian elimination for a symmetric positive matrix.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (matrix, right) = (matrix, right)
    let count = right.count
    for pivot in 0..<count {
      for row in pivot + 1..<max(count, pivot + 1) {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<count { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    var solution = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      let known = (row + 1..<max(count, row + 1)).reduce(0.0) { $0 + matrix[row][$1] * solution[$1] }
      solution[row] = (right[row] - known) / matrix[row][row]
    }
    return solution
  }
}
