/** Every kind of subject, by the name that the budgets file uses. */
import { bareSignature } from "./bare-signature.ts";
import { byHand, byHandClosing } from "./by-hand.ts";
import { openapiFetch, stripeNode } from "./others.ts";
import { facade, own, page } from "./own.ts";
import type { Subject } from "./subject.ts";

export const kinds: Readonly<Record<string, Subject>> = {
  "by hand": byHand,
  "by hand, closing": byHandClosing,
  "openapi-fetch": openapiFetch,
  "stripe-node": stripeNode,
  "bare signature": bareSignature,
  client: own,
  "client, kept": own,
  facade,
  page,
};
