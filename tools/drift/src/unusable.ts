/** Something that the caller has to do otherwise. */
export class Unusable extends Error {
  override readonly name = "Unusable";
}
