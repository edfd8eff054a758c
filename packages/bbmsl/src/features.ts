// Generated from specs/bbmsl.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  type Features,
  listedCurrencies,
  majorUnits,
  rsaSigner,
  writeTexts,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  texts: writeTexts,
  signer: rsaSigner,
  money: { major: majorUnits },
  currencies: listedCurrencies,
};
