// The numbers that put results in order. Each is pinned by a query of tests/golden/ranking.yml, which fails where the
// number is changed as said there; a number that no query needs does not belong here.

export const RANKING = {
  // How surely an act is meant, from 0 to 100 (acts.js): by its number, what is said beside it …
  saidIssuer: 0.9,
  saidSlip: 0.8,
  saidInTitle: 0.4,
  saidUntrue: -1.5,
  // … or by its title.
  titleDoubtful: 20, // a word is missing, or the marks are others
  titleQuoted: 30,
  titleOnlyPlace: 15,
  titleMuch: 0.4, // of a title, from which it is meant and not merely touched
  titleTouched: 45,
  titleRow: 55,
  titleRowShare: 30,
  titleWords: 48,
  // A plan's title is common to many.
  plan: 40,
  planYear: 15,
  planPlace: 15,
  planKind: 12,
  // How surely a body is meant (agencies.js).
  bodyShortForm: 98,
  bodyWhole: 94,
  bodyWholeShare: 5,
  bodyHalf: 0.5, // of a name, from which it is more than touched
  bodyPart: 40,
  bodyPartShare: 45,
  bodyAskedWork: 0.8,
  bodyOtherMarks: 0.6,
  // Names (names.js, engine.js): which are read at all, and which stand before the clauses.
  keyPosition: 1e-4,
  sure: 50,
  sureNames: 5,
  // Which clauses are kept (clauses.js), by the share of the query's rarer words that they hold …
  keptShareOfBest: 0.7,
  keptShare: 0.34,
  unitMarks: 1.25,
  unitPair: 0.5,
  pagefind: 0.3, // its rank knows how long a text is and how often it says a word
  reranked: 16, // records whose text is read to put them in order
  // … and in which order, by what their text says.
  textShare: 10,
  textRow: 4,
  textClose: 3,
  textMarks: 4,
  textBrief: 1.5,
  textBriefWords: 12,
  textFrame: 1,
};
