"""Many editions at once: `concordance many`, with Snakemake."""
