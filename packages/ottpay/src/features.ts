// Generated from specs/ottpay.yaml by `npm run generate`. Do not edit: edit the spec.
import { type Features, minorUnits, tokenSource, twoDecimals } from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { minor: minorUnits },
  currencies: twoDecimals,
  tokens: tokenSource,
};
