// Generated from specs/midtrans.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  basicCredentials,
  type Features,
  listedCurrencies,
  majorUnits,
  ownDecimals,
  readRichly,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  money: { major: ownDecimals(majorUnits) },
  currencies: listedCurrencies,
  basic: basicCredentials,
  read: readRichly,
};
