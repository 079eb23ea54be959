// Swift 6 for highlight.js 9, whose own grammar is of Swift 4 and takes the code and the text of
// "\(runs["p", 0.5])" for each other.
hljs.registerLanguage('swift', function (hljs) {
  var KEYWORDS = {
    keyword:
      'Any Self actor any as associatedtype async await borrowing break case catch class consume ' +
      'consuming continue convenience copy default defer deinit didSet discard distributed do ' +
      'dynamic each else enum extension fallthrough fileprivate final for func get guard if ' +
      'import in indirect infix init inout internal is isolated lazy let macro mutating ' +
      'nonisolated nonmutating open operator optional override package postfix ' +
      'precedencegroup prefix private protocol public repeat required rethrows return self ' +
      'sending set some static struct subscript super switch throw throws try typealias unowned ' +
      'var weak where while willSet _',
    literal: 'true false nil'
  };
  var COMMENT = {
    variants: [hljs.COMMENT('//', '$'), hljs.COMMENT('/\\*', '\\*/', { contains: ['self'] })]
  };
  var NUMBER = {
    className: 'number', relevance: 0,
    begin: '\\b(0x[\\da-fA-F_]+(\\.[\\da-fA-F_]+)?([pP][+-]?\\d+)?|0b[01_]+|0o[0-7_]+' +
      '|\\d[\\d_]*(\\.\\d[\\d_]*)?([eE][+-]?\\d+)?)'
  };
  var TYPE = { className: 'type', begin: '\\b[A-Z][\\w\\u00C0-\\u02B8]*', relevance: 0 };
  var ATTRIBUTE = { className: 'meta', begin: '[@#][A-Za-z_]\\w*', relevance: 0 };
  var QUOTED = { className: 'keyword', begin: '`[^`\\n]+`', relevance: 0 };
  // A name after a dot is a member, whatever keyword it looks like: `.init`, `.some`, `\.self`.
  var MEMBER = { begin: '\\.[a-z_]\\w*', relevance: 0 };

  var NESTED = { begin: '\\(', end: '\\)', keywords: KEYWORDS };
  var SUBSTITUTION = {
    className: 'subst', begin: '\\\\\\(', end: '\\)', keywords: KEYWORDS
  };
  var ESCAPE = { begin: '\\\\[0tnr"\'\\\\]|\\\\u\\{[\\da-fA-F]+\\}' };
  var STRING = {
    className: 'string',
    variants: [
      { begin: '#"""', end: '"""#' },
      { begin: '#"', end: '"#' },
      { begin: '"""', end: '"""', contains: [ESCAPE, SUBSTITUTION] },
      { begin: '"', end: '"', illegal: '\\n', contains: [ESCAPE, SUBSTITUTION] }
    ]
  };
  var CODE = [COMMENT, STRING, NESTED, MEMBER, TYPE, ATTRIBUTE, QUOTED, NUMBER];
  NESTED.contains = CODE;
  SUBSTITUTION.contains = CODE;
  return { keywords: KEYWORDS, contains: [
    COMMENT, STRING,
    { beginKeywords: 'func', end: '[(<]', excludeEnd: true, relevance: 0,
      contains: [{ className: 'title', begin: '[A-Za-z_]\\w*', relevance: 0 }] },
    MEMBER, TYPE, ATTRIBUTE, QUOTED, NUMBER
  ] };
});

// What the build calls; an empty answer says that the language is unknown.
function regbookHighlight(code, language) {
  if (!language || !hljs.getLanguage(language)) return '';
  return hljs.highlight(language, code, true).value;
}
