// The rules for scripts, which are those for Python where both languages have them: see `[tool.ruff]` in pyproject.toml.
import js from "@eslint/js";
import globals from "globals";

const sizes = {
  "max-lines": ["error", 300],
  "max-lines-per-function": ["error", 40],
};

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...sizes,
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-console": "error",
      "no-empty": ["error", { allowEmptyCatch: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-shadow": "error",
      "no-unneeded-ternary": "error",
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      // Such names say nothing of what they hold.
      "id-denylist": ["error", "told", "found", "one", "said", "foo", "tmp"],
    },
  },
  {
    files: ["ext/concordance/browser/**/*.js", "tests/helpers/probe/*.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
    rules: {
      strict: ["error", "global"],
      // A classic script shares its outermost scope with all others: whatever it holds stands in a block.
      "no-implicit-globals": ["error", { lexicalBindings: true }],
    },
  },
  {
    files: ["ext/concordance/browser/**/*.js"],
    // Sphinx's own.
    languageOptions: { globals: { Search: "readonly" } },
  },
  {
    // What linker.js has put into it fills whatever is called so there.
    files: ["ext/concordance/browser/pages/citation-grammar.js"],
    languageOptions: { globals: { finding: "readonly" } },
  },
  {
    files: ["ext/concordance/browser/worker/*.js"],
    languageOptions: { globals: globals.serviceworker },
  },
  {
    // elements.js makes it, and the others fill it.
    files: ["tests/helpers/probe/*.js"],
    languageOptions: { globals: { probe: "readonly" } },
  },
  {
    files: ["tests/unit/browser/*.mjs", "tests/bench/*.mjs"],
    languageOptions: { globals: globals.node },
  },
];
