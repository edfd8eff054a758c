/**
 * The RSA keys of the sandbox. They protect nothing: a simulator and its clients use them, and no provider knows them. To make new ones at each
 * start takes a second, and a client could not keep its credentials when the sandbox starts again.
 */
import { importPkcs8 } from "@refunds/core/provider";

/** PKCS#8 in base64. */
const merchant = `
  MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCvM2bGwqlaeZkJEliJ6rwGrCixO6hpGDoTZz/XrCkUBI8j
  +i5h226iLIMTo2yfon1i3UpVjoBvSRhWQvfc77d2zCXO3fWK4a/EHvfi1xEklhGeDRmX4OrDn2UB9idlmUXzQbFWSbmNzQKE
  pnhRi8Hp+/11hQ+vVp+IfPy21xx+4Hom7Fm2+5yJFIaeL4vVttrKz1issrx5uig8AcFKxLeIgkiLT9+Kh1Um2zqUuQgH6gwT
  /LEBFpSIKr/hhKBqjoxF+LR0jDI3aDA/2pSiMXOi+vKs5ozBNutsap6PUGDPUdaZiWAwidYy0QR9/4vLUKInVs+y3JEE8AKv
  uNmJvjQ9AgMBAAECggEAAkVFxO72xaGezlXKvz9nxNs5539DOLRRmqahH9SBb396xW6qZ6ZomLkJGiL7kp99/F8ZHJl2aDrQ
  7ZJp5qkxh0oeLMAY86Kdk5zmRtKw3osENm89viwWs2IxhwBWeV+J8VPrjmCop8IGo2Z4DpTILYPHUu8VUplYA4bmA0V42pIT
  s0NlIZseoFSNymx6m4/Mf0+P/+s2OO2yrqJrCs4hpSZK0K7k/8273uVzFLb43RVx4bqYsOLxheWMURpPYDUsdPYTBxI5dJFd
  0thgXR9Hru77HU1FjHD/vUVdVZ5Nh9gTcF9HN9zEE5Y7hLEJxy5tkBxj2gTemhR8mQv0NKuk0QKBgQDhKXdCv/B34iQI7h7M
  fxDPnITp2OdQcEb5Eov30fn3YA967TzpQ1CGnii1+ZZLp4cTi2Mt5T63IwH41itms/gXoGVY3aNm7CBPYS+rZCn4M5T39350
  w/QhYObDPUYUAWsObiktDDUxQ3d3Oi4vxLNl/lfUvBr4stqDMt1oveQuNQKBgQDHMjetlLBDqzZhXMvo/A/MHHfk+8ZMdG3w
  3WPM2WIBius/FQXGQIjShUkOCjr0KZw5/l6Gjvt1M1HrYfbNRFGqD/ZDzJzPiIUClbXkdptbriYLrJ01HkWZHVTIygs+1LGr
  xFZxBEHjtupjU/gOWRgG18gdTu+871jqeenlgoxO6QKBgQDPb/5Z1q9aI1ODjq19RUtdmhuxvY1OREJ+0aF2DVM3np5kaBCH
  7uZPP4LONEVNKeh+Dxque9dNrcjxUY7mrcNRMQpt1rPl7IDP4P+j7UHlUtBZqwAr3yQZZEb1dIwNfkj9IGx6/hY7bqavh0Bp
  7dRBkROmAC7xFQXPfZsSFnAUSQKBgQCiNxj0eJOaZ8FfRGyiDTLoK37PsOFpvZ8SeZgeaCDR1MmCk6IiMse5eOVnU5ly4Lfi
  2m0r8yB/7w0VPK/5tVszvM/1oplIwIpg8n4v0Q7veEBvXWCgs0hGSoaTBUZnIlqV4MvsOWVXBcyWmvj05kUUvYCvrWq6V8f3
  GtUJHGkakQKBgGlcR6rug0DNt3Z0SWmr1R15WXz6xdpjYd5HxhXv7xQoPVn1M6vTJrFs/swAGujiihEOugAVjBqwfcMqtWSf
  sIvmaJcf44tGXOqbkFlZdhgcS+hoKj3Gg3O2nhqk3M8VYB0wtcEBqMbp7aOJtscLrvZ6Ii7Pg/3uv/JI86TTIUtB`;

/** Of the provider, which signs answers and notifications. */
const provider = `
  MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDViQtXE/K2B1VULXfvQ/p1Mp7hvE3EhGJyfoPQf+OfHYQf
  ia5nV4rUb7MHjTQ3zPoRgIRCAxjgeRxVnhKs/iFoDKmxgKdQLGsYNkDrMYmAj/KF1cps2jleupQ8NcCKqhSSFrAkYo9Hql6t
  CgAc6EH2DmOYmfOOx4I7CvWMUPUHXBHwWSMjtEcNOFmHp/9KoAfc35GdjQ4PrsoaJT965u2P/J6FFDoDdp2XeILlVFJOSE0D
  cc89ZQgV/BL3NKc5Oci7XTjFifwvNR6LykbyEiF+JKxXn1to6dsEaR41WYOG+r0BrVhdG1Ef8fuD136ssRUAYU6eysPbACwR
  AxHCCv9LAgMBAAECggEAQabkdy3ZajDgAcUHAmfWmfDp24KPMHP5ZrVSJqkjXTjwddfZaMmIFB+RnilCXEOnwPjP8RHNtLpX
  xVUX7dsmfzyhccMZ7fLyLFwF4qn02jOnv5FHLud7Sw43ZDmsjJWVRIM4Pb+VyNVvTWltNnYMTbAH3BO9R/E8L5YDf9QmOc/7
  oYQeymooRevasNw6/LBXmtLGczAIo9nbhRosqoZqqUF/yI/LMWY9FhkoKdjLm+IO+SvJUXcrtnadIS0aMJTs5MHUBb8xWlN2
  SoRKhUtrHDLzW5qHTq69rlDlNfPzAfde8e+dnJhAZKmDH86nfuc4m9sC6Y6QKF+aJxwVosOWJQKBgQDuflBl7aPUbyGaNBWw
  lfF1fQ/6Vtmsz0euDj+rnjtrsf+oajTJpfTXqPq6qrOZPM7q7eLfWqO+cxrCx0XF9irUgb9076kFcejwt+HMggS0ci+fMBrJ
  B4Fu6f6E2bYOFUwA//N54C/lzmOrldCTFM9Yy64I4blK8MGv23mhfuwfnwKBgQDlNbn9S3+QQ4NZOeIIj/XPvmoBH0vXqfZp
  RkYgRONk9GQzsRvavfVBdvWWVhi8NeJ34HRR9YOfG44BUsyT+zQitd//xT7B58Q4k5TdsdVhAdffoa2cNIU578ig7p1Xf9gG
  4UOQy0X0lbaXAqgN6Kn4/5q8UFBCAtM0HjuauW1Q1QKBgQCqUbTzBgJRDMhvirDOulaFNDo76thrbGBhcjWQR2FiKO1OhgKK
  26T+euQMeSnnzqBq8FZschusQCGlZpByrrmpp7tmNF190PqtJnTwCw53G3Dc+4q1dFHANwWYNK6qYhU0RZXIvQ0XzgwqFsSs
  tVjariLsnt8oIMYB4/h6F91jOwKBgCm7Km2vfT4qzJNGMp0UeNCl/m7N3+UYEMECBmqBoFUVGdk/ea7NvwV4PyZr7nz14pGo
  0ATMCnbBcY1UIeMfbVKUgn/yzYZISDV0yTnD0vGigEc7DHzQIyF1QrXqO8Neh1pZUQ/fspDhYSkFVsuRfMDU6Ls4dCRQl1t5
  1ahJ8lkxAoGADGWFPsopa3E6GAAVgAnG0Fjb5S1/JZkmUgWoDV5sBbirXQNjiDIOo8eA8nWge644Vpn2iHOh7SdiFwUURcB7
  oUCpAQLm6eBQQgnsYsbYGoS9TFNClAeK4mEpxAdyTQFFOKtNTGWIZTPrsa0LFbREQHvfWlbKE9EeuSRUP+B4HqE=`;

const rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** Both halves of the key pair with 2,048 bits. Read once: all sandboxes have the same. */
export function sampleRsaPair(half: "public" | undefined) {
  if (half) {
    providerPair ??= readPair(provider);
    return providerPair;
  }
  merchantPair ??= readPair(merchant);
  return merchantPair;
}

let merchantPair: ReturnType<typeof readPair> | undefined;
let providerPair: ReturnType<typeof readPair> | undefined;

async function readPair(text: string) {
  const bytes = Uint8Array.from(atob(text.replace(/\s/g, "")), (_) => _.charCodeAt(0));
  const privateKey = await importPkcs8(bytes, rsa, true);
  const { kty, n, e } = await crypto.subtle.exportKey("jwk", privateKey);
  const publicHalf = { kty, n, e } as JsonWebKey;
  const publicKey = await crypto.subtle.importKey("jwk", publicHalf, rsa, true, ["verify"]);
  return { pkcs8: bytes.buffer, spki: await crypto.subtle.exportKey("spki", publicKey) };
}
