// Package annotate is the domain: what researchers mark in articles, and the
// rules of marking. It holds values and knows nothing of files, databases or
// windows.
//
// The vocabulary, one word for one thing:
//
//   - An [Article] is a text that never changes, with a title and metadata.
//   - A [Range] is a half-open stretch of a text, counted in bytes. What leaves
//     the program counts Unicode code points; [Units] converts.
//   - A [Token] is a word or a sign of a text; selections snap to them.
//   - A [Scheme] says what a project marks: labels, links, attributes, values.
//   - A [Span] is a labelled stretch of text, a [Link] joins two spans, a
//     [Value] says something of the article as a whole.
//   - An [Author] is whoever marks: a person, an imported file, a suggester, the
//     curator of the adjudicated gold standard.
//   - A [Layer] is one author's work on one article.
//   - An [Edit] is a change of a layer: what it takes away and what it adds. Its
//     inverse swaps the two.
//   - An [Entry] is an edit as it is kept in the history.
//   - A [Session] is one author at work on one article: the one mutable thing.
//   - A [Document] is an article with its layers; [Documents] are a stream of them.
package annotate
