// Generated from specs/rapyd.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  anyCurrency,
  composedSigner,
  type Features,
  freshValue,
  majorUnits,
  nestedValues,
  readRichly,
  readSettings,
  readWith,
  secretKey,
} from "@refunds/core/provider";

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: secretKey, fresh: freshValue }),
  money: { major: majorUnits },
  currencies: anyCurrency,
  fresh: freshValue,
  options: /* @__PURE__ */ readWith(readSettings),
  nested: nestedValues,
  read: readRichly,
};
