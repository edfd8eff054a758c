/** Where answers are read from, as core finds it: in the body, or in a header. */
import type { RawQuery, RawRefund, RawVocabulary } from "./document.ts";

/** `header.Refund-Id` as a pointer. */
export const pointerTo = (place: string): string =>
  place.startsWith("header.") ? `/${place}` : place;

/** The names of the headers that a vocabulary reads. */
export function headersRead(vocabulary: RawVocabulary): string[] {
  const { outcomes, echo = {}, refundId } = vocabulary as Partial<RawRefund> & RawVocabulary;
  const places = [
    ...outcomes.flatMap(({ when }) => Object.keys(when)),
    ...Object.values(echo),
    ...(refundId === undefined ? [] : [refundId]),
  ];
  const headers = places.filter((place) => place.startsWith("header."));
  return [...new Set(headers.map((place) => place.slice("header.".length)))];
}

/** The pointer of an element of the list; empty where there is no list. */
export const elementAt = (find: RawQuery["find"]): string => (find ? `${find.in}/0` : "");
