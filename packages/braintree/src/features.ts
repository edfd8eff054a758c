// Generated from specs/braintree.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  basicCredentials,
  type Features,
  majorUnits,
  readRichly,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { major: majorUnits },
  currencies: anyCurrency,
  basic: basicCredentials,
  read: readRichly,
};
