import type { worthRepeating } from "./answer/worth-repeating.ts";
import type { tokenSource } from "./exchange/token.ts";
import type { DecimalsOf, MoneyUnits } from "./money/money.ts";
import type { BodyWriter, writeTexts } from "./request/body.ts";
import type { freshValue } from "./request/fresh.ts";
import type { Signer } from "./signature/sign.ts";

/** Behaviour that only some providers need; a package names what its table needs, so that no other is loaded. */
export interface Features {
  readonly signer?: Signer;
  readonly tokens?: typeof tokenSource;
  /** Needed where a body is no JSON. */
  readonly body?: BodyWriter;
  /** Needed where a body has JSON as text inside. */
  readonly texts?: typeof writeTexts;
  /** Needed where times or nonces are sent. */
  readonly fresh?: typeof freshValue;
  /** The units that amounts are sent or answered in. */
  readonly money?: MoneyUnits;
  /** Needed where amounts are sent and the table does not list the currencies. */
  readonly currencies?: DecimalsOf;
  /** Needed where some answer is worth repeating its request. */
  readonly repeats?: typeof worthRepeating;
}
