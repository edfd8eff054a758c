// Generated from specs/paypay.yaml by `npm run generate`. Do not edit: edit the spec.
import {
  composedSigner,
  type Features,
  freshValue,
  listedCurrencies,
  minorUnits,
  readRichly,
  readSettings,
  readWith,
  secretKey,
} from "@refunds/core/provider";

const md5 = async (bytes: Uint8Array) => (await import("./md5.ts")).md5(bytes);

/** The features of core that this provider needs. */
export const features: Features = {
  signer: composedSigner({ load: secretKey, md5, fresh: freshValue }),
  money: { minor: minorUnits },
  currencies: listedCurrencies,
  fresh: freshValue,
  options: /* @__PURE__ */ readWith(readSettings),
  read: readRichly,
};
