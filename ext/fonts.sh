#!/bin/sh
# Make the reading face of the theme: subsets of Source Serif, by script and for the two weights that pages use. It needs
# npm, and fonttools with brotli in the Python that runs it. The files stand in the repository: this is for whoever takes
# a newer version, or letters that are missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
made="$here/concordance/theme/static/fonts"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent source-serif@4.5.1 >/dev/null
tar xzf source-serif-4.5.1.tgz
cp package/LICENSE.md "$made/LICENSE.md"

# Letters of English, French and Spanish; small capitals and figures that stand among letters, for them.
latin="U+0020-007E,U+00A0-00A1,U+00A7,U+00A9,U+00AB,U+00B0,U+00B7,U+00BA-00BB,U+00BF,U+00C0-00C2,U+00C7-00CB,U+00CD-00CE"
latin="$latin,U+00D1,U+00D3-00D4,U+00D9-00DC,U+00DF-00E4,U+00E6-00EF,U+00F1-00F4,U+00F6,U+00F8-00FC,U+0152-0153"
latin="$latin,U+2010-2011,U+2013-2014,U+2018-2019,U+201C-201E,U+2026,U+202F,U+2039-203A,U+20AC,U+2190,U+2192"
cyrillic="U+0400-045F,U+0490-0491,U+2116"

make_subset() { # script, letters, features, further glyphs
	# One size of letters for all: an axis of sizes would double the file. The licence reserves the font's name to what
	# its makers publish, so the subsets have none.
	python3 -m fontTools.varLib.instancer --quiet --output roman.ttf \
		package/WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2 opsz=18 wght=400:600
	python3 -m fontTools.subset roman.ttf --flavor=woff2 --no-hinting --no-layout-closure --glyphs="$4" \
		--unicodes="$2" --layout-features="$3" --name-IDs=0,5,13,14 --output-file="$made/reading-face-$1.woff2"
}
small_capitals="A.sc,B.sc,C.sc,D.sc,E.sc,F.sc,G.sc,H.sc,I.sc,J.sc,K.sc,L.sc,M.sc,N.sc,O.sc,P.sc,Q.sc,R.sc,S.sc,T.sc,U.sc,V.sc,W.sc,X.sc,Y.sc,Z.sc"
make_subset latin "$latin" kern,liga,smcp "$small_capitals,f_f,f_i,f_l"
make_subset cyrillic "$cyrillic" kern ""
ls -l "$made"
