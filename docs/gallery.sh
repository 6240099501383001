#!/usr/bin/env bash
# Makes docs/gallery.md and its pictures anew: runs every example and takes its figure. Half a minute.
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
pictures=$root/docs/figures/gallery
mkdir -p "$pictures"
{
  echo '# Gallery'
  echo
  echo 'Each picture is drawn by `./qb run` of the file beside it. Made by `docs/gallery.sh`; do not edit.'
  for file in "$root"/examples/*.yaml; do
    name=$(basename "$file" .yaml)
    "$root/qb" run "$file" --out "$out" >&2
    figure=$(sed -n 's/^  - figure: *//p' "$file" | head -n 1)
    cp "$out/$name/$figure" "$pictures/$name.svg"
    echo
    echo "## $(sed -n 's/^battery: *//p' "$file")"
    echo
    echo "[examples/$name.yaml](../examples/$name.yaml): \`./qb run examples/$name.yaml\`"
    echo
    echo "![$(sed -n 's/^battery: *//p' "$file")](figures/gallery/$name.svg)"
  done
} >"$out/gallery.md"
mv "$out/gallery.md" "$root/docs/gallery.md"
