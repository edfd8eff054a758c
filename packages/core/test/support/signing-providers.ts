import type { SigningProviders } from "./signing/by-hand.ts";
import { digestProviders } from "./signing/digest.ts";
import { hmacProviders } from "./signing/hmac.ts";
import { rsaProviders } from "./signing/rsa.ts";

export const signingProviders: SigningProviders = {
  ...rsaProviders,
  ...hmacProviders,
  ...digestProviders,
};
