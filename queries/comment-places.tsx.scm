; The JSX part of comment-places.scm, for the grammar that has JSX.

; Between the tags of an element everything is text, and a comment needs braces.
(jsx_element) @place.children

; Code again, or the inside of a tag, where comments are as in code.
[
  (jsx_expression)
  (jsx_opening_element)
  (jsx_closing_element)
  (jsx_self_closing_element)
] @place.code
