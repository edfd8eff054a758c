// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.
import { type Features, majorUnits, rsaSigner, writeTexts } from "@refunds/core/provider";

/** What of core this provider needs beside the basics. */
export const features: Features = {
  texts: writeTexts,
  signer: rsaSigner,
  money: { major: majorUnits },
};
