"""Tables of the directives of docutils, Sphinx, MyST and sphinx-design, read by `directive_forms`.

On a line: the name; the number of required arguments, the number of further ones, whether the last may have spaces (1);
whether the content is Markdown (m), terms with definitions (t), something else (o), or nothing (-), with a `!` if there
has to be some; then the options, with a `!` after those that need a value, or with the kind of their values
(`option_values`); an option without a name is the argument. Kinds of values, and whether there has to be content, are
told of those directives only that a page may have. `tests/unit/reading/test_directive_forms.py` compares the tables
with the classes.
"""

# ruff: noqa: E501 - a line is a row of the table.

DOCUTILS = """\
admonition 1 0 1 m! class=classes collapsible=open|closed? name!
attention 0 0 1 m! class=classes collapsible=open|closed? name!
caution 0 0 1 m! class=classes collapsible=open|closed? name!
code 0 1 0 o! class=classes force name! number-lines=number?
compound 0 0 0 m class! name
container 0 1 1 m! name!
contents 0 1 1 - backlinks=top|entry|none class=classes depth=number local
csv-table 0 1 1 o align! class! delim! encoding! escape! file! header header-rows! keepspace name quote! stub-columns! url! width! widths!
danger 0 0 1 m! class=classes collapsible=open|closed? name!
epigraph 0 0 0 m
error 0 0 1 m! class=classes collapsible=open|closed? name!
figure 1 0 1 m align=left|center|right alt class=classes figclass=classes figname figwidth=image-width height=length loading=embed|link|lazy name! scale=percentage target! width=length%
footer 0 0 0 m
header 0 0 0 m
highlights 0 0 0 m
hint 0 0 1 m! class=classes collapsible=open|closed? name!
image 1 0 1 - align=top|middle|bottom|left|center|right alt class=classes height=length loading=embed|link|lazy name! scale=percentage target! width=length%
important 0 0 1 m! class=classes collapsible=open|closed? name!
include 1 0 1 - class! code encoding! end-before! end-line! heading-offset! literal name number-lines parser relative-docs! relative-images start-after! start-line! tab-width!
line-block 0 0 0 o class! name
list-table 0 1 1 m! align=left|center|right class=classes header-rows=number name! stub-columns=number width=length% widths=list-widths
math 0 1 1 o class! label name no-wrap nowrap
meta 0 0 0 o
note 0 0 1 m! class=classes collapsible=open|closed? name!
parsed-literal 0 0 0 o class! name
pull-quote 0 0 0 m
raw 1 0 1 o class! encoding! file! url!
rubric 1 0 1 - class=classes heading-level=1|2|3|4|5|6 name!
section-numbering 0 0 0 - depth! prefix! start! suffix!
sectnum 0 0 0 - depth! prefix! start! suffix!
sidebar 0 1 1 m! class=classes name! subtitle!
table 0 1 1 m! align=left|center|right class=classes name! width=length% widths=widths
target-notes 0 0 0 - class!
tip 0 0 1 m! class=classes collapsible=open|closed? name!
title 1 0 1 -
topic 1 0 1 m! class=classes name!
warning 0 0 1 m! class=classes collapsible=open|closed? name!
"""

SPHINX = """\
acks 0 0 0 o
centered 1 0 1 -
code-block 0 1 0 o caption! class=classes dedent=number? emphasize-lines=lines force lineno-start=integer linenos name!
codeauthor 1 0 1 -
cssclass 1 0 1 m
deprecated 1 1 1 m
glossary 0 0 0 t sorted
highlight 1 0 0 - force linenothreshold!
hlist 0 0 0 m columns!
index 1 0 1 - name
literalinclude 1 0 1 - append! caption class=classes dedent=number? diff! emphasize-lines=lines encoding! end-at! end-before! force language! lineno-match lineno-start=integer linenos lines=lines name! prepend! pyobject! start-after! start-at! tab-width=integer
moduleauthor 1 0 1 -
only 1 0 1 m
rst-class 1 0 1 m
sectionauthor 1 0 1 -
seealso 0 0 1 m! class=classes collapsible=open|closed? name!
sourcecode 0 1 0 o caption! class=classes dedent=number? emphasize-lines=lines force lineno-start=integer linenos name!
tabularcolumns 1 0 1 -
toctree 0 0 0 o caption! class=classes glob hidden includehidden maxdepth=integer name! numbered=integer? reversed titlesonly
version-added 1 1 1 m
version-changed 1 1 1 m
version-deprecated 1 1 1 m
version-removed 1 1 1 m
versionadded 1 1 1 m
versionchanged 1 1 1 m
versionremoved 1 1 1 m
"""

MYST = """\
figure-md 0 1 1 m! align=left|center|right class=classes name! width=image-width
"""

DESIGN = """\
accordion 0 0 0 m class! flush
article-info 0 0 0 - author! avatar! avatar-alt avatar-link! avatar-outline=color class-avatar=classes class-container=classes date! read-time!
aside 0 1 1 m align! class! class-body! class-title! margin! name width!
button-link 1 0 1 m align=left|right|center|justify class=classes click-parent color=color expand new-tab outline ref-type=any|ref|doc|myst shadow tooltip!
button-ref 1 0 1 m align=left|right|center|justify class=classes click-parent color=color expand new-tab outline ref-type=any|ref|doc|myst shadow tooltip!
card 0 1 1 m class-body=classes class-card=classes class-footer=classes class-header=classes class-img-bottom=classes class-img-top=classes class-title=classes footer header img-alt img-background! img-bottom! img-top! link! link-alt link-new-tab link-type=url|any|ref|doc margin=margin shadow=none|sm|md|lg text-align=left|right|center|justify width=auto|25%|50%|75%|100%
card-carousel 1 0 0 m! =1|2|3|4|5|6|7|8|9|10|11|12 class=classes
card-footer 0 0 0 m class!
card-header 0 0 0 m class!
div 0 1 1 m name style
dropdown 0 1 1 m animate=fade-in|fade-in-slide-down chevron=right-down|down-up class-body=classes class-container=classes class-title=classes color=color icon=icon margin=margin name! open
grid 0 1 1 m! =columns class-container=classes class-row=classes gutter=gutter margin=margin outline padding=padding reverse
grid-item 0 0 0 m child-align=start|end|center|justify|spaced child-direction=column|row class=classes columns=columns margin=margin outline padding=padding
grid-item-card 0 1 1 m class-body=classes class-card=classes class-footer=classes class-header=classes class-img-bottom=classes class-img-top=classes class-item=classes class-title=classes columns=columns footer header img-alt img-background! img-bottom! img-top! link! link-alt link-new-tab link-type=url|any|ref|doc margin=margin padding=padding shadow=none|sm|md|lg text-align=left|right|center|justify width=auto|25%|50%|75%|100%
step 0 1 1 m class! class-content! class-title!
steps 0 0 0 m class! color! start!
tab-item 1 0 1 m! class-container=classes class-content=classes class-label=classes name! selected sync!
tab-set 0 0 0 m! class=classes orientation=horizontal|vertical sync-group!
tab-set-code 0 0 0 m class-item! class-set! no-sync orientation! sync-group!
"""

# Directives that describe code, or work only in reStructuredText; no edition has use for them, and their options are not checked.
UNCHECKED = """
eval-rst
_all-octicon attribute class classmethod cmdoption confval currentmodule data date decorator decoratormethod
default-domain default-role describe envvar exception function method module object option productionlist
program property replace restructuredtext-test-directive role staticmethod type unicode
"""
