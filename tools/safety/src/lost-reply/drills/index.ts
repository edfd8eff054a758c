import type { Drill } from "../drill.ts";
import { adyen } from "./adyen.ts";
import { airwallex } from "./airwallex.ts";
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
import { prism } from "./prism.ts";
import { razorpay } from "./razorpay.ts";
import { square } from "./square.ts";
import { stripe } from "./stripe.ts";

/** The drills of all published SDKs, by the name for `--only`. */
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
