// Passkeys (WebAuthn). A form with data-passkey asks the portal for a challenge, lets the device answer it, and is then sent as any other form with the answer in a
// hidden field. Without this script it stays hidden: the password is always there. What goes wrong is said below its button.
const WORDS = {
  missing: "Peramban ini tidak mengenal kunci sandi. Pakai kata sandi, atau Chrome, Edge, Firefox, atau Safari versi baru.",
  insecure: "Kunci sandi hanya dapat dipakai lewat https.",
  address: (origin) => `Kunci sandi tidak dapat dipakai di alamat ini. Buka portal di ${origin}.`,
  stopped: "Dibatalkan, atau waktunya habis. Coba lagi, atau pakai kata sandi.",
  known: "Perangkat ini sudah menyimpan kunci sandi untuk akun Anda.",
  unable: "Perangkat ini tidak dapat membuat kunci sandi: pasang dahulu kunci layar, sidik jari, atau PIN.",
  many: "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
  offline: "Portal tidak terjangkau. Periksa sambungan, lalu coba lagi.",
  failed: "Kunci sandi tidak dapat dibaca. Coba lagi, atau pakai kata sandi.",
};

// Half of the minutes a challenge is good for: one that waits in the field of the address is asked for anew.
const RENEW = 150_000;

const fromText = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "=")), (letter) => letter.codePointAt(0));
const toText = (buffer) =>
  buffer && btoa(String.fromCodePoint(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const readable = (options) => ({
  ...options,
  challenge: fromText(options.challenge),
  ...(options.user && { user: { ...options.user, id: fromText(options.user.id) } }),
  ...Object.fromEntries(
    ["excludeCredentials", "allowCredentials"]
      .filter((list) => options[list])
      .map((list) => [list, options[list].map((key) => ({ ...key, id: fromText(key.id) }))]),
  ),
});

// As PublicKeyCredential.toJSON, which browsers of two years ago do not have.
const answerOf = (key) => ({
  id: key.id,
  rawId: toText(key.rawId),
  type: key.type,
  authenticatorAttachment: key.authenticatorAttachment,
  clientExtensionResults: {},
  response: {
    clientDataJSON: toText(key.response.clientDataJSON),
    attestationObject: toText(key.response.attestationObject),
    transports: key.response.getTransports?.(),
    authenticatorData: toText(key.response.authenticatorData),
    signature: toText(key.response.signature),
    userHandle: toText(key.response.userHandle),
  },
});

class Told extends Error {}

const ask = async (address) => {
  let reply;
  try {
    reply = await fetch(address, { method: "POST", credentials: "same-origin" });
  } catch {
    throw new Told(WORDS.offline);
  }

  if (reply.status === 409) {
    // The password first; the page is back afterwards.
    location.assign((await reply.json()).konfirmasi);
    return null;
  }

  if (reply.status === 429) {
    throw new Told(WORDS.many);
  }

  if (!reply.ok || reply.redirected) {
    throw new Told(WORDS.failed);
  }

  return readable(await reply.json());
};

const wordsOf = (fault, form) => {
  if (fault instanceof Told) {
    return fault.message;
  }

  switch (fault.name) {
    case "NotAllowedError":
    case "AbortError":
      return WORDS.stopped;
    case "InvalidStateError":
      return WORDS.known;
    case "ConstraintError":
    case "NotSupportedError":
      return WORDS.unable;
    case "SecurityError":
      return WORDS.address(form.dataset.origin);
    default:
      return WORDS.failed;
  }
};

// A page that waits for a key in the field of the address lets go of it when the button is pressed: a browser asks once at a time.
let waiting = null;

const send = (form, key) => {
  form.querySelector("[name$=Credential]").value = JSON.stringify(answerOf(key));
  const remember = form.querySelector("[name$=Remember]");
  if (remember) {
    remember.value = document.querySelector("#ingat")?.checked ? "true" : "false";
  }

  form.requestSubmit();
};

const begin = async (form) => {
  const problem = form.querySelector("[role=alert]");
  const button = form.querySelector("[type=submit]");
  problem.hidden = true;
  button.setAttribute("aria-disabled", "true");
  waiting?.abort();
  waiting = null;
  try {
    if (!isSecureContext) {
      throw new Told(WORDS.insecure);
    }

    if (!globalThis.PublicKeyCredential || !navigator.credentials) {
      throw new Told(WORDS.missing);
    }

    const publicKey = await ask(form.dataset.options);
    if (publicKey) {
      const key = form.dataset.passkey === "create" ? await navigator.credentials.create({ publicKey }) : await navigator.credentials.get({ publicKey });
      send(form, key);
    }
  } catch (fault) {
    problem.textContent = wordsOf(fault, form);
    problem.hidden = false;
  } finally {
    button.removeAttribute("aria-disabled");
  }
};

const wait = async (form) => {
  waiting?.abort();
  const mine = new AbortController();
  waiting = mine;
  try {
    const publicKey = await ask(form.dataset.options);
    const key = mine.signal.aborted ? null : await navigator.credentials.get({ publicKey, mediation: "conditional", signal: mine.signal });
    if (key) {
      send(form, key);
    }
  } catch {
    // Nobody asked for it by a button: then there is the password.
  }
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.closest("[data-needs-passkeys]").hidden = false;
  form.addEventListener("submit", (event) => {
    if (form.querySelector("[name$=Credential]").value.length === 0) {
      event.preventDefault();
      if (form.reportValidity()) {
        begin(form);
      }
    }
  });

  // Back to a page that was kept as it was: its answer is spent.
  addEventListener("pageshow", () => {
    form.querySelector("[name$=Credential]").value = "";
  });
}

// Offered by the browser in the field of the address, where it can, and where the address has a name: keys belong to names.
const field = document.querySelector("input[autocomplete~=webauthn]");
const own = document.querySelector("form[data-passkey=get]");
if (field && own && isSecureContext && /[a-z]/i.test(location.hostname) && (await globalThis.PublicKeyCredential?.isConditionalMediationAvailable?.())) {
  wait(own);
  setInterval(() => document.visibilityState === "visible" && waiting && wait(own), RENEW);
}
