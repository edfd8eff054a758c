// Generated from specs/dlocal.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  composedSigner,
  type Features,
  freshValue,
  majorUnits,
  readRichly,
  secretKey,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: secretKey }),
  money: { major: majorUnits },
  currencies: anyCurrency,
  fresh: freshValue,
  read: readRichly,
};
