// SPDX-License-Identifier: MIT
// The keys of the review, and a look now and then whether somebody else decided. Every action is a
// plain form; the page works without this script.
(() => {
  "use strict";
  const acts = Array.from(document.querySelectorAll(".act"));
  const changed = document.getElementById("changed");
  let here = -1;

  const press = (button) => button && button.click();

  // Past the last claim lies the next group, before the first one the one before.
  const go = (step) => {
    if (here + step >= acts.length || (here === 0 && step < 0)) {
      press(document.getElementById(step > 0 ? "skip-one" : "back-one"));
      return;
    }
    here = Math.max(here + step, 0);
    for (const act of acts) {
      act.classList.toggle("here", act === acts[here]);
    }
    for (const marked of document.querySelectorAll(".here-words")) {
      marked.classList.remove("here-words");
    }
    const link = acts[here].querySelector('a[href^="#t-"]');
    const words = link && document.getElementById(link.hash.slice(1));
    if (words) {
      words.classList.add("here-words");
      if (matchMedia("(min-width: 60rem)").matches) {
        words.closest("details").open = true;
        words.scrollIntoView({ block: "center" });
      }
    }
    acts[here].focus();
  };
  // The claim that the keys mean: the one that was gone to, else the first.
  const inAct = (selector) => {
    if (here < 0 && acts.length) {
      go(1);
    }
    return here < 0 ? null : acts[here].querySelector(selector);
  };
  const focus = (field) => field && field.focus();

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    a: () => press(document.getElementById("approve")),
    c: () => press(inAct(".do-confirm")),
    r: () => press(inAct(".do-reject")),
    e: () => focus(inAct(".correct")),
    s: () => press(inAct(".do-apart")),
    m: () => focus(document.getElementById("merge")),
    v: () => focus(document.getElementById("verdict")),
    n: () => focus(document.getElementById("note")),
    u: () => press(document.querySelector(".do-undo")),
    "/": () => focus(document.querySelector('input[name="q"]')),
    "?": () => document.getElementById("keys").scrollIntoView(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && typing) {
      event.target.blur();
      return;
    }
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(keys, event.key)) {
      return;
    }
    event.preventDefault();
    keys[event.key]();
  });

  const isTyped = () => Array.from(document.querySelectorAll("main input:not([type=hidden])")).some((one) => one.value !== one.defaultValue);
  const look = async () => {
    try {
      const answer = await fetch("/revision", { cache: "no-store" });
      const revision = answer.ok ? await answer.text() : document.body.dataset.revision;
      if (revision !== document.body.dataset.revision) {
        if (isTyped()) {
          changed.hidden = false;
        } else {
          location.reload();
        }
      }
    } catch {
      // The server has ended: the page stays readable.
    }
  };
  setInterval(look, 2000);
})();
