// Generated from specs/ by `npm run generate`. Do not edit: edit the spec.

import type { SimulatorTable } from "../simulator-table.ts";
import { adyen } from "./adyen.ts";
import { airwallex } from "./airwallex.ts";
import { alipay } from "./alipay.ts";
import { bbmsl } from "./bbmsl.ts";
import { braintree } from "./braintree.ts";
import { cashfree } from "./cashfree.ts";
import { checkoutcom } from "./checkoutcom.ts";
import { dlocal } from "./dlocal.ts";
import { flutterwave } from "./flutterwave.ts";
import { gocardless } from "./gocardless.ts";
import { klarna } from "./klarna.ts";
import { linepay } from "./linepay.ts";
import { mercadopago } from "./mercadopago.ts";
import { midtrans } from "./midtrans.ts";
import { mollie } from "./mollie.ts";
import { openpayd } from "./openpayd.ts";
import { ottpay } from "./ottpay.ts";
import { paypal } from "./paypal.ts";
import { paypay } from "./paypay.ts";
import { paystack } from "./paystack.ts";
import { przelewy24 } from "./przelewy24.ts";
import { rapyd } from "./rapyd.ts";
import { razorpay } from "./razorpay.ts";
import { square } from "./square.ts";
import { stripe } from "./stripe.ts";
import { sumup } from "./sumup.ts";
import { wechatpay } from "./wechatpay.ts";
import { worldpay } from "./worldpay.ts";
import { yedpay } from "./yedpay.ts";

export const simulators: readonly SimulatorTable[] = [
  adyen,
  airwallex,
  alipay,
  bbmsl,
  braintree,
  cashfree,
  checkoutcom,
  dlocal,
  flutterwave,
  gocardless,
  klarna,
  linepay,
  mercadopago,
  midtrans,
  mollie,
  openpayd,
  ottpay,
  paypal,
  paypay,
  paystack,
  przelewy24,
  rapyd,
  razorpay,
  square,
  stripe,
  sumup,
  wechatpay,
  worldpay,
  yedpay,
];
