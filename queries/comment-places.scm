; What a new line between two lines of code would become part of. The innermost capture around the place counts.

; Text that is taken as it stands: no comment can begin inside.
[
  (string)
  (template_string)
  (comment)
] @place.verbatim

; Code again.
(template_substitution) @place.code
