// Generated from specs/ by `npm run generate`. Do not edit: edit the spec.
import { adyen } from "@refunds/adyen";
import { airwallex } from "@refunds/airwallex";
import { bbmsl } from "@refunds/bbmsl";
import { cashfree } from "@refunds/cashfree";
import { checkoutcom } from "@refunds/checkoutcom";
import { dlocal } from "@refunds/dlocal";
import { flutterwave } from "@refunds/flutterwave";
import { gocardless } from "@refunds/gocardless";
import { klarna } from "@refunds/klarna";
import { linepay } from "@refunds/linepay";
import { mercadopago } from "@refunds/mercadopago";
import { midtrans } from "@refunds/midtrans";
import { mollie } from "@refunds/mollie";
import { openpayd } from "@refunds/openpayd";
import { ottpay } from "@refunds/ottpay";
import { paypal } from "@refunds/paypal";
import { paypay } from "@refunds/paypay";
import { paystack } from "@refunds/paystack";
import { przelewy24 } from "@refunds/przelewy24";
import { rapyd } from "@refunds/rapyd";
import { razorpay } from "@refunds/razorpay";
import { square } from "@refunds/square";
import { stripe } from "@refunds/stripe";
import { wechatpay } from "@refunds/wechatpay";
import { worldpay } from "@refunds/worldpay";
import { yedpay } from "@refunds/yedpay";

export type {
  AdyenClient,
  AdyenCredentials,
  AdyenErrorCode,
  AdyenExtra,
  AdyenOptions,
  AdyenOutcome,
  AdyenPayment,
  AdyenRefundAnswer,
  AdyenRefundRequest,
} from "@refunds/adyen";
export type {
  AirwallexAccessTokenCredentials,
  AirwallexClient,
  AirwallexClientIdApiKeyCredentials,
  AirwallexCredentials,
  AirwallexErrorCode,
  AirwallexExtra,
  AirwallexOptions,
  AirwallexOutcome,
  AirwallexPayment,
  AirwallexQueryAnswer,
  AirwallexQueryOutcome,
  AirwallexQueryRequest,
  AirwallexRefundAnswer,
  AirwallexRefundRequest,
} from "@refunds/airwallex";
export type {
  BbmslClient,
  BbmslCredentials,
  BbmslErrorCode,
  BbmslOptions,
  BbmslOutcome,
  BbmslPayment,
  BbmslQueryAnswer,
  BbmslQueryOutcome,
  BbmslQueryRequest,
  BbmslRefundAnswer,
  BbmslRefundRequest,
} from "@refunds/bbmsl";
export type {
  CashfreeClient,
  CashfreeCredentials,
  CashfreeErrorCode,
  CashfreeExtra,
  CashfreeOptions,
  CashfreeOutcome,
  CashfreePayment,
  CashfreeQueryAnswer,
  CashfreeQueryOutcome,
  CashfreeQueryRequest,
  CashfreeRefundAnswer,
  CashfreeRefundRequest,
} from "@refunds/cashfree";
export type {
  CheckoutcomClient,
  CheckoutcomCredentials,
  CheckoutcomErrorCode,
  CheckoutcomExtra,
  CheckoutcomOptions,
  CheckoutcomOutcome,
  CheckoutcomPayment,
  CheckoutcomQueryAnswer,
  CheckoutcomQueryOutcome,
  CheckoutcomQueryRequest,
  CheckoutcomRefundAnswer,
  CheckoutcomRefundRequest,
} from "@refunds/checkoutcom";
export type {
  DlocalClient,
  DlocalCredentials,
  DlocalErrorCode,
  DlocalExtra,
  DlocalOptions,
  DlocalOutcome,
  DlocalPayment,
  DlocalQueryAnswer,
  DlocalQueryOutcome,
  DlocalQueryRequest,
  DlocalRefundAnswer,
  DlocalRefundRequest,
} from "@refunds/dlocal";
export type {
  FlutterwaveClient,
  FlutterwaveCredentials,
  FlutterwaveErrorCode,
  FlutterwaveExtra,
  FlutterwaveOptions,
  FlutterwaveOutcome,
  FlutterwavePayment,
  FlutterwaveQueryAnswer,
  FlutterwaveQueryOutcome,
  FlutterwaveQueryRequest,
  FlutterwaveRefundAnswer,
  FlutterwaveRefundRequest,
} from "@refunds/flutterwave";
export type {
  GocardlessClient,
  GocardlessCredentials,
  GocardlessErrorCode,
  GocardlessExtra,
  GocardlessOptions,
  GocardlessOutcome,
  GocardlessPayment,
  GocardlessQueryAnswer,
  GocardlessQueryOutcome,
  GocardlessQueryRequest,
  GocardlessRefundAnswer,
  GocardlessRefundRequest,
} from "@refunds/gocardless";
export type {
  KlarnaClient,
  KlarnaCredentials,
  KlarnaErrorCode,
  KlarnaExtra,
  KlarnaOptions,
  KlarnaOutcome,
  KlarnaPayment,
  KlarnaQueryAnswer,
  KlarnaQueryOutcome,
  KlarnaQueryRequest,
  KlarnaRefundAnswer,
  KlarnaRefundRequest,
} from "@refunds/klarna";
export type {
  LinepayClient,
  LinepayCredentials,
  LinepayErrorCode,
  LinepayOptions,
  LinepayOutcome,
  LinepayPayment,
  LinepayQueryAnswer,
  LinepayQueryOutcome,
  LinepayQueryRequest,
  LinepayRefundAnswer,
  LinepayRefundRequest,
} from "@refunds/linepay";
export type {
  MercadopagoClient,
  MercadopagoCredentials,
  MercadopagoErrorCode,
  MercadopagoOptions,
  MercadopagoOutcome,
  MercadopagoPayment,
  MercadopagoQueryAnswer,
  MercadopagoQueryOutcome,
  MercadopagoQueryRequest,
  MercadopagoRefundAnswer,
  MercadopagoRefundRequest,
} from "@refunds/mercadopago";
export type {
  MidtransClient,
  MidtransCredentials,
  MidtransErrorCode,
  MidtransOptions,
  MidtransOutcome,
  MidtransPayment,
  MidtransQueryAnswer,
  MidtransQueryOutcome,
  MidtransQueryRequest,
  MidtransRefundAnswer,
  MidtransRefundRequest,
} from "@refunds/midtrans";
export type {
  MollieClient,
  MollieCredentials,
  MollieErrorCode,
  MollieExtra,
  MollieOptions,
  MollieOutcome,
  MolliePayment,
  MollieQueryAnswer,
  MollieQueryOutcome,
  MollieQueryRequest,
  MollieRefundAnswer,
  MollieRefundRequest,
} from "@refunds/mollie";
export type {
  OpenpaydClient,
  OpenpaydCredentials,
  OpenpaydErrorCode,
  OpenpaydOptions,
  OpenpaydOutcome,
  OpenpaydPayment,
  OpenpaydRefundAnswer,
  OpenpaydRefundRequest,
} from "@refunds/openpayd";
export type {
  OttpayAccessTokenCredentials,
  OttpayAppIdAppKeyCredentials,
  OttpayClient,
  OttpayCredentials,
  OttpayErrorCode,
  OttpayOptions,
  OttpayOutcome,
  OttpayPayment,
  OttpayQueryAnswer,
  OttpayQueryOutcome,
  OttpayQueryRequest,
  OttpayRefundAnswer,
  OttpayRefundRequest,
} from "@refunds/ottpay";
export type {
  PaypalAccessTokenCredentials,
  PaypalClient,
  PaypalClientIdClientSecretCredentials,
  PaypalCredentials,
  PaypalErrorCode,
  PaypalExtra,
  PaypalOptions,
  PaypalOutcome,
  PaypalPayment,
  PaypalQueryAnswer,
  PaypalQueryOutcome,
  PaypalQueryRequest,
  PaypalRefundAnswer,
  PaypalRefundRequest,
} from "@refunds/paypal";
export type {
  PaypayClient,
  PaypayCredentials,
  PaypayErrorCode,
  PaypayOptions,
  PaypayOutcome,
  PaypayPayment,
  PaypayQueryAnswer,
  PaypayQueryOutcome,
  PaypayQueryRequest,
  PaypayRefundAnswer,
  PaypayRefundRequest,
} from "@refunds/paypay";
export type {
  PaystackClient,
  PaystackCredentials,
  PaystackErrorCode,
  PaystackExtra,
  PaystackOptions,
  PaystackOutcome,
  PaystackPayment,
  PaystackQueryAnswer,
  PaystackQueryOutcome,
  PaystackQueryRequest,
  PaystackRefundAnswer,
  PaystackRefundRequest,
} from "@refunds/paystack";
export type {
  Przelewy24Client,
  Przelewy24Credentials,
  Przelewy24ErrorCode,
  Przelewy24Extra,
  Przelewy24Options,
  Przelewy24Outcome,
  Przelewy24Payment,
  Przelewy24QueryAnswer,
  Przelewy24QueryOutcome,
  Przelewy24QueryRequest,
  Przelewy24RefundAnswer,
  Przelewy24RefundRequest,
} from "@refunds/przelewy24";
export type {
  RapydClient,
  RapydCredentials,
  RapydErrorCode,
  RapydExtra,
  RapydOptions,
  RapydOutcome,
  RapydPayment,
  RapydQueryAnswer,
  RapydQueryOutcome,
  RapydQueryRequest,
  RapydRefundAnswer,
  RapydRefundRequest,
} from "@refunds/rapyd";
export type {
  RazorpayClient,
  RazorpayCredentials,
  RazorpayErrorCode,
  RazorpayExtra,
  RazorpayOptions,
  RazorpayOutcome,
  RazorpayPayment,
  RazorpayQueryAnswer,
  RazorpayQueryOutcome,
  RazorpayQueryRequest,
  RazorpayRefundAnswer,
  RazorpayRefundRequest,
} from "@refunds/razorpay";
export type {
  SquareClient,
  SquareCredentials,
  SquareErrorCode,
  SquareExtra,
  SquareOptions,
  SquareOutcome,
  SquarePayment,
  SquareQueryAnswer,
  SquareQueryOutcome,
  SquareQueryRequest,
  SquareRefundAnswer,
  SquareRefundRequest,
} from "@refunds/square";
export type {
  StripeClient,
  StripeCredentials,
  StripeErrorCode,
  StripeExtra,
  StripeOptions,
  StripeOutcome,
  StripePayment,
  StripeQueryAnswer,
  StripeQueryOutcome,
  StripeQueryRequest,
  StripeRefundAnswer,
  StripeRefundRequest,
} from "@refunds/stripe";
export type {
  WechatpayClient,
  WechatpayCredentials,
  WechatpayErrorCode,
  WechatpayExtra,
  WechatpayOptions,
  WechatpayOutcome,
  WechatpayPayment,
  WechatpayQueryAnswer,
  WechatpayQueryOutcome,
  WechatpayQueryRequest,
  WechatpayRefundAnswer,
  WechatpayRefundRequest,
} from "@refunds/wechatpay";
export type {
  WorldpayClient,
  WorldpayCredentials,
  WorldpayErrorCode,
  WorldpayOptions,
  WorldpayOutcome,
  WorldpayPayment,
  WorldpayRefundAnswer,
  WorldpayRefundRequest,
} from "@refunds/worldpay";
export type {
  YedpayClient,
  YedpayCredentials,
  YedpayErrorCode,
  YedpayOptions,
  YedpayOutcome,
  YedpayPayment,
  YedpayQueryAnswer,
  YedpayQueryOutcome,
  YedpayQueryRequest,
  YedpayRefundAnswer,
  YedpayRefundRequest,
} from "@refunds/yedpay";

export {
  adyen,
  airwallex,
  bbmsl,
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
  wechatpay,
  worldpay,
  yedpay,
};

/** Every provider's factory by its name. */
export const providers = {
  adyen,
  airwallex,
  bbmsl,
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
  wechatpay,
  worldpay,
  yedpay,
} as const;
