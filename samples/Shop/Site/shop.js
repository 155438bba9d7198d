// The chat asks for a new word on who the customer is when the page's has expired.
document.addEventListener('baton:identity-needed', async () => {
  const answer = await fetch('/identity-token');
  if (answer.ok) window.Baton?.identify((await answer.json()).token);
});
