// @ts-check
//# allFunctionsCalledOnLoad
// Finds and ranks what has words: more than those need who enter a citation.
// @include pages/search-stem.js
// @include pages/search-numbers.js
// @include pages/search-words.js
// @include pages/search-postings.js
// @include pages/search-phrases.js
// @include pages/search-ranking.js
// @include pages/search-languages.js
// @include pages/search-terms.js
// @include pages/search-excerpt.js
// @include pages/search-offered.js
// @include pages/search-records.js
// @include pages/search-index.js
