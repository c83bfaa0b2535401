"""Tables of the directives of docutils, Sphinx, MyST and sphinx-design, read by `directive_forms`.

On a line: the name; the number of required arguments, the number of further ones, whether the last may have spaces (1);
whether the content is Markdown (m), terms with definitions (t), something else (o), or nothing (-); then the options,
with a `!` after those that need a value. `tests/unit/reading/test_directive_forms.py` compares them with the classes.
"""

# ruff: noqa: E501 - a line is a row of the table.

DOCUTILS = """\
admonition 1 0 1 m class! collapsible name
attention 0 0 1 m class! collapsible name
caution 0 0 1 m class! collapsible name
code 0 1 0 o class! force name number-lines
compound 0 0 0 m class! name
container 0 1 1 m name
contents 0 1 1 - backlinks! class! depth! local
csv-table 0 1 1 o align! class! delim! encoding! escape! file! header header-rows! keepspace name quote! stub-columns! url! width! widths!
danger 0 0 1 m class! collapsible name
epigraph 0 0 0 m
error 0 0 1 m class! collapsible name
figure 1 0 1 m align! alt class! figclass! figname figwidth! height! loading! name scale! target! width!
footer 0 0 0 m
header 0 0 0 m
highlights 0 0 0 m
hint 0 0 1 m class! collapsible name
image 1 0 1 - align! alt class! height! loading! name scale! target! width!
important 0 0 1 m class! collapsible name
include 1 0 1 - class! code encoding! end-before! end-line! heading-offset! literal name number-lines parser relative-docs! relative-images start-after! start-line! tab-width!
line-block 0 0 0 o class! name
list-table 0 1 1 m align! class! header-rows! name stub-columns! width! widths!
math 0 1 1 o class! label name no-wrap nowrap
meta 0 0 0 o
note 0 0 1 m class! collapsible name
parsed-literal 0 0 0 o class! name
pull-quote 0 0 0 m
raw 1 0 1 o class! encoding! file! url!
rubric 1 0 1 - class! heading-level! name
section-numbering 0 0 0 - depth! prefix! start! suffix!
sectnum 0 0 0 - depth! prefix! start! suffix!
sidebar 0 1 1 m class! name subtitle!
table 0 1 1 m align! class! name width! widths!
target-notes 0 0 0 - class!
tip 0 0 1 m class! collapsible name
title 1 0 1 -
topic 1 0 1 m class! name
warning 0 0 1 m class! collapsible name
"""

SPHINX = """\
acks 0 0 0 o
centered 1 0 1 -
code-block 0 1 0 o caption! class! dedent emphasize-lines! force lineno-start! linenos name
codeauthor 1 0 1 -
cssclass 1 0 1 m
deprecated 1 1 1 m
glossary 0 0 0 t sorted
highlight 1 0 0 - force linenothreshold!
hlist 0 0 0 m columns!
index 1 0 1 - name
literalinclude 1 0 1 - append! caption class! dedent diff! emphasize-lines! encoding! end-at! end-before! force language! lineno-match lineno-start! linenos lines! name prepend! pyobject! start-after! start-at! tab-width!
moduleauthor 1 0 1 -
only 1 0 1 m
rst-class 1 0 1 m
sectionauthor 1 0 1 -
seealso 0 0 1 m class! collapsible name
sourcecode 0 1 0 o caption! class! dedent emphasize-lines! force lineno-start! linenos name
tabularcolumns 1 0 1 -
toctree 0 0 0 o caption! class! glob hidden includehidden maxdepth! name numbered reversed titlesonly
version-added 1 1 1 m
version-changed 1 1 1 m
version-deprecated 1 1 1 m
version-removed 1 1 1 m
versionadded 1 1 1 m
versionchanged 1 1 1 m
versionremoved 1 1 1 m
"""

MYST = """\
figure-md 0 1 1 m align! class! name width!
"""

DESIGN = """\
accordion 0 0 0 m class! flush
article-info 0 0 0 - author! avatar! avatar-alt avatar-link! avatar-outline! class-avatar! class-container! date! read-time!
aside 0 1 1 m align! class! class-body! class-title! margin! name width!
button-link 1 0 1 m align! class! click-parent color! expand new-tab outline ref-type! shadow tooltip!
button-ref 1 0 1 m align! class! click-parent color! expand new-tab outline ref-type! shadow tooltip!
card 0 1 1 m class-body! class-card! class-footer! class-header! class-img-bottom! class-img-top! class-title! footer header img-alt img-background! img-bottom! img-top! link! link-alt link-new-tab link-type! margin! shadow! text-align! width!
card-carousel 1 0 0 m class!
card-footer 0 0 0 m class!
card-header 0 0 0 m class!
div 0 1 1 m name style
dropdown 0 1 1 m animate! chevron! class-body! class-container! class-title! color! icon! margin! name open
grid 0 1 1 m class-container! class-row! gutter! margin! outline padding! reverse
grid-item 0 0 0 m child-align! child-direction! class! columns! margin! outline padding!
grid-item-card 0 1 1 m class-body! class-card! class-footer! class-header! class-img-bottom! class-img-top! class-item! class-title! columns! footer header img-alt img-background! img-bottom! img-top! link! link-alt link-new-tab link-type! margin! padding! shadow! text-align! width!
step 0 1 1 m class! class-content! class-title!
steps 0 0 0 m class! color! start!
tab-item 1 0 1 m class-container! class-content! class-label! name selected sync!
tab-set 0 0 0 m class! orientation! sync-group!
tab-set-code 0 0 0 m class-item! class-set! no-sync orientation! sync-group!
"""

# Directives that describe code, or work only in reStructuredText; no edition has use for them, and their options are not checked.
UNCHECKED = """
eval-rst
_all-octicon attribute class classmethod cmdoption confval currentmodule data date decorator decoratormethod
default-domain default-role describe envvar exception function method module object option productionlist
program property replace restructuredtext-test-directive role staticmethod type unicode
"""
