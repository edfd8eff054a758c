// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  composedSigner,
  type Features,
  freshValue,
  listedCurrencies,
  majorUnits,
  ownDecimals,
  readRichly,
  secretKey,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: secretKey }),
  money: { major: ownDecimals(majorUnits) },
  currencies: listedCurrencies,
  fresh: freshValue,
  read: readRichly,
};
