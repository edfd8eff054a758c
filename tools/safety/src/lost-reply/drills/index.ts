import type { Drill } from "../drill.ts";
import { adyen } from "./adyen.ts";
import { airwallex } from "./airwallex.ts";
import { alipay } from "./alipay.ts";
import { braintree } from "./braintree.ts";
import { cashfree } from "./cashfree.ts";
import { checkout } from "./checkout.ts";
import { flutterwave } from "./flutterwave.ts";
import { gocardless } from "./gocardless.ts";
import { gr4vy } from "./gr4vy.ts";
import { mercadopago } from "./mercadopago.ts";
import { midtrans } from "./midtrans.ts";
import { mollie } from "./mollie.ts";
import { paypal } from "./paypal.ts";
import { paypay } from "./paypay.ts";
import { paystack } from "./paystack.ts";
import { prism } from "./prism.ts";
import { razorpay } from "./razorpay.ts";
import { square } from "./square.ts";
import { stripe } from "./stripe.ts";
import { sumup } from "./sumup.ts";

/** The published SDKs that `npm run lost-reply` measures, by the name for `--only`. */
export const drills: Readonly<Record<string, Drill>> = {
  adyen,
  airwallex,
  braintree,
  cashfree,
  checkout,
  flutterwave,
  gocardless,
  gr4vy,
  mercadopago,
  midtrans,
  mollie,
  paypal,
  paypay,
  prism,
  razorpay,
  square,
  stripe,
};

/**
 * Whose requests are compared with ours, and which `npm run lost-reply` does not measure: Alipay's believes only answers that Alipay
 * signed, and the others were added for the comparison.
 */
const comparedOnly: Readonly<Record<string, Drill>> = { alipay, paystack, sumup };

/** Sorted by name. */
export const allDrills: Readonly<Record<string, Drill>> = Object.fromEntries(
  Object.entries({ ...drills, ...comparedOnly }).sort(([one], [other]) => (one < other ? -1 : 1)),
);
