// Whether a text says what was typed above a list: the same words as the search's, the last of which may be only begun.

import { wordsOf } from "../search/words.js";

const EDGE = " ";

/**
 * asked(typed)({ text }): whether the text has all that was typed. What stands between two blanks (76/NQ-CP,
 * 2021-2030) must stand in one row, whatever is printed between its words; typed without marks it fits with any.
 */
export function asked(typed) {
  const pieces = formsOf(typed.split(/\s+/));
  if (!pieces.length) return () => true;
  return (row) => {
    row.forms ??= forms(row.text);
    return pieces.every((piece) => says(row.forms, piece));
  };
}

const formsOf = (pieces) => pieces.map(forms).filter((piece) => piece.plain !== EDGE);

/** Words in a row with an edge before each: without marks, as the search spells them, and as they are printed. */
function forms(text) {
  const words = wordsOf(text.normalize("NFC"));
  const inRow = (form) => EDGE + words.map(form).join(EDGE);
  return {
    plain: inRow((word) => word.plain),
    spelled: inRow((word) => word.word),
    printed: inRow((word) => word.printed.toLowerCase()),
  };
}

/** A word begun is compared as printed: where its mark of tone stands is settled only when it is whole. */
function says(row, piece) {
  if (piece.spelled === piece.plain) return row.plain.includes(piece.plain);
  return (row.spelled + EDGE).includes(piece.spelled + EDGE) || row.printed.includes(piece.printed);
}
