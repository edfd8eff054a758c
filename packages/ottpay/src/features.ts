// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { type Features, minorUnits, tokenSource, twoDecimals } from "@refunds/core/provider";

/** What of core this provider needs beside the basics. */
export const features: Features = {
  money: { minor: minorUnits },
  currencies: twoDecimals,
  tokens: tokenSource,
};
