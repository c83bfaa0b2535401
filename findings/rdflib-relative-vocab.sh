#!/usr/bin/env bash
# rdflib 7.6.0: in JSON-LD 1.1, `@vocab` may be relative, and is then relative to the base
# (https://www.w3.org/TR/json-ld11/#vocabulary-relative-iris). rdflib leaves properties relative, though it makes values
# and types absolute; PyLD makes all of them absolute.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyld==3.3.0

cat > vocab.py <<'VOCAB'
import json
import warnings

import rdflib
from pyld import jsonld

warnings.simplefilter("ignore")
data = {"@context": {"@version": 1.1, "@vocab": "words#"}, "@id": "a", "size": "1"}
base = "https://example.org/"
graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld", base=base)
print("rdflib", *(str(property) for property in graph.predicates()))
print("PyLD", jsonld.to_rdf(data, {"base": base, "format": "application/n-quads"}).split()[1])
VOCAB
env/bin/python vocab.py > seen

# What came out on 2026-11-29.
cat > expected <<'EXPECTED'
rdflib words#size
PyLD <https://example.org/words#size>
EXPECTED
diff expected seen
cat seen
