// For those who do not see what changed.

export function say(text) {
  const place = document.getElementById('said');
  place.textContent = '';
  // a live region speaks when it changes, also when the same is said twice
  setTimeout(() => { place.textContent = text; }, 30);
}
