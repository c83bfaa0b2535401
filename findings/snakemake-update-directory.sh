#!/usr/bin/env bash
# Snakemake 9.27.1: a folder that a job is to update is copied to .snakemake/backups before the job begins. If Snakemake is
# killed then, the copy stays, and no later run gets past it, also with --rerun-incomplete. A review of
# snakemake/snakemake#3833 expected it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check snakemake==9.27.1

# A folder with a copy of a file. While there is a file `wait`, the job does not end by itself.
cat > Snakefile <<'RULES'
rule copy:
    input: "in.txt"
    output: update(directory("out"))
    shell: "mkdir -p out; cp in.txt out; touch begun; while test -e wait; do sleep 0.1; done"
RULES
snakemake() { env/bin/python -m snakemake --cores 1 --quiet "$@" > log 2>&1; }

echo one > in.txt
snakemake
rm begun
sleep 1.1
echo two > in.txt
touch wait
# A group of its own, which is killed as a whole.
set -m
env/bin/python -m snakemake --cores 1 --quiet > log 2>&1 &
until test -e begun; do sleep 0.1; done
kill -KILL -- -$!
wait || true
set +m
rm wait
snakemake --unlock
{
    snakemake --rerun-incomplete && echo "The folder is updated." || grep -o 'FileExistsError: .* File exists' log
    rm -r .snakemake/backups
    snakemake --rerun-incomplete && echo "Without the copy, the folder is updated."
} > seen

# What came out on 2026-11-29: it is updated only once the copy is gone.
cat > expected <<'EXPECTED'
FileExistsError: [Errno 17] File exists
Without the copy, the folder is updated.
EXPECTED
diff expected seen
cat seen
