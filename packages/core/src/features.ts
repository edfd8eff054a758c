import type { ReadAnswer } from "./answer/answer.ts";
import type { worthRepeating } from "./answer/worth-repeating.ts";
import type { basicCredentials } from "./exchange/basic.ts";
import type { newToken } from "./exchange/new-token.ts";
import type { tokenSource } from "./exchange/token.ts";
import type { MoneyUnits } from "./money/money.ts";
import type { DecimalsOf } from "./money/refundable-currencies.ts";
import type { readOptions } from "./options.ts";
import type { BodyWriter, writeTexts } from "./request/body.ts";
import type { FreshValue } from "./request/fresh.ts";
import type { ReadNested } from "./request/nested.ts";
import type { wireForms } from "./request/wire-forms.ts";
import type { Signer } from "./signature/sign.ts";
import type { Verifier } from "./signature/verify.ts";

/** Code that only some providers need. A package names what its table needs, so bundles contain nothing else. */
export interface Features {
  readonly signer?: Signer;
  /** For answers that the provider signs. */
  readonly verifier?: Verifier;
  readonly tokens?: typeof tokenSource;
  /** For tables with options that others do not have. */
  readonly options?: typeof readOptions;
  /** For tables with `repeat: "new-token"`. */
  readonly renews?: typeof newToken;
  /** For requests with HTTP Basic. */
  readonly basic?: typeof basicCredentials;
  /** For bodies other than JSON. */
  readonly body?: BodyWriter;
  /** For bodies that contain JSON as text. */
  readonly texts?: typeof writeTexts;
  /** For values that are objects or lists. */
  readonly nested?: ReadNested;
  /** For values that the provider writes in another form. */
  readonly forms?: typeof wireForms;
  /** For requests with timestamps or nonces. */
  readonly fresh?: FreshValue;
  /** The units of amounts in requests and answers. */
  readonly money?: MoneyUnits;
  /** For requests with amounts. */
  readonly currencies?: DecimalsOf;
  /** For tables that ask more of an answer than one place or one status each. */
  readonly read?: ReadAnswer;
  /** For tables with `repeat`. */
  readonly repeats?: typeof worthRepeating;
}
