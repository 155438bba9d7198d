// Passkeys need a script: the browser's authenticator answers only to one. Without it the page is password only.
const parts = document.querySelectorAll("[data-passkey-part]");
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) for (const part of parts) part.hidden = false;

const token = () => document.querySelector("input[name=__RequestVerificationToken]")?.value ?? "";
const post = async (address, body) => {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", RequestVerificationToken: token() },
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.json();
  if (answer.refusal) throw new Error(answer.refusal);
  if (!response.ok) throw new Error("The server did not answer as expected. Reload the page.");
  return answer;
};
const tell = failure => {
  const place = document.querySelector("[data-passkey-refusal]");
  // Closing the browser's own window is a choice, not a fault.
  place.textContent = failure.name === "NotAllowedError" ? "No passkey was used." : failure.message;
  place.hidden = false;
};

document.querySelector("[data-passkey-sign-in]")?.addEventListener("click", async event => {
  try {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post("sign-in/passkey/options"));
    const credential = await navigator.credentials.get({ publicKey: options });
    const answer = await post("sign-in/passkey", { credential: JSON.stringify(credential), returnUrl: event.target.dataset.return });
    location.assign(answer.go);
  } catch (failure) { tell(failure); }
});

document.querySelector("[data-passkey-add]")?.addEventListener("submit", async event => {
  event.preventDefault();
  try {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post("account/passkeys/options"));
    const credential = await navigator.credentials.create({ publicKey: options });
    const answer = await post("account/passkeys", { credential: JSON.stringify(credential), name: event.target.elements.name.value });
    location.assign(answer.go);
  } catch (failure) { tell(failure); }
});
