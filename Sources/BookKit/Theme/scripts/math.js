// What the build calls. Answers are lines: "set" and the markup, or "mistake", a position and a message.
function regbookMath(tex, display) {
  try {
    var options = {
      displayMode: display === 'display', output: 'htmlAndMathml', throwOnError: true,
      strict: 'ignore', trust: false
    };
    return 'set\n' + katex.renderToString(tex, options);
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    var message = error.message.replace(/^KaTeX parse error: /, '')
      .replace(/ at (position \d+|end of input)(: [\s\S]*)?$/, '').replace(/[\s.]+$/, '');
    var position = typeof error.position === 'number' ? error.position : '';
    return 'mistake\n' + position + '\n' + message;
  }
}

function regbookMathVersion() { return katex.version; }
