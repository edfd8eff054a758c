/** Something that the caller has to do otherwise. */
export class Unusable extends Error {
  override readonly name = "Unusable";
}

/** Of a page. */
export const mostBytes = 20_000_000;

export const tooLarge = (page: string) =>
  new Unusable(
    `${page} is larger than ${mostBytes / 1_000_000} MB; that is not a documentation page.`,
  );
