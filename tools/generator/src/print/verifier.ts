/** What verifies signatures, as an expression over core: one kind of key for all of them. */
import type { VerifyTable } from "../core-types.ts";
import { keyKindOf } from "../openapi/signing.ts";

export interface PrintedMatch {
  /** Such as `bySameSignature({ load: secretKey })`. */
  readonly value: string;
  /** What of core it is made of. */
  readonly uses: readonly string[];
  /** It is given `md5`. */
  readonly md5: boolean;
}

export function printMatch(verified: readonly VerifyTable[]): PrintedMatch {
  const md5 = JSON.stringify(verified).includes('"MD5"');
  const kind = verified.map(({ algorithm }) => keyKindOf(algorithm)).find(Boolean);
  if (kind && kind !== "secret") return { value: "byPublicKey()", uses: ["byPublicKey"], md5 };
  const secret = kind === "secret";
  const tools = [...(secret ? ["load: secretKey"] : []), ...(md5 ? ["md5"] : [])].join(", ");
  return {
    value: `bySameSignature(${tools ? `{ ${tools} }` : "{}"})`,
    uses: ["bySameSignature", ...(secret ? ["secretKey"] : [])],
    md5,
  };
}
