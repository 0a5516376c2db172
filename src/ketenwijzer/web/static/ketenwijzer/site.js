// Comfort only: every page works without this. It closes what was opened, stops a form from being
// sent twice, and tells in time that a session ends, so that what was typed is not lost.

"use strict";

// --- panels that open over the page ---------------------------------------------------------------

const OVER = ".kw-header details[open]";

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(OVER)) {
    if (!open.contains(event.target)) open.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  const open = document.querySelector(OVER);
  if (event.key === "Escape" && open) {
    open.removeAttribute("open");
    open.querySelector("summary").focus();
  }
});

// --- forms ----------------------------------------------------------------------------------------

document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  else if (event.target.method === "post") event.target.dataset.sent = "yes";
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

const tokenFrom = async (address) => {
  const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
  return answer && answer.ok ? (await answer.json()).token : "";
};

// What came back to be sent again waits until one signed in elsewhere: it takes the token of then.
for (const form of document.querySelectorAll("form.kw-kept")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.sent) return;
    const token = await tokenFrom(form.dataset.awake);
    if (token) form.elements.csrfmiddlewaretoken.value = token;
    form.submit();
  });
}

const errors = document.getElementById("errors");
if (errors) errors.focus();

// --- passkeys -------------------------------------------------------------------------------------

const failed = document.getElementById("passkey-failed");

if (failed) {
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    failed.hidden = false;
  });
}

// --- the end of a session -------------------------------------------------------------------------

const session = document.getElementById("session");

if (session) {
  const SEEN = "seen";
  const WARN_BEFORE = 4 * 60_000;
  const length = Number(session.dataset.minutes) * 60_000 - 2 * 60_000;

  const show = (phase) => {
    for (const part of session.querySelectorAll("[data-when]")) {
      part.hidden = part.dataset.when !== phase;
    }
    session.classList.toggle("kw-session--over", phase === "over");
    if (!session.open) session.showModal();
  };

  const seen = () => {
    try {
      localStorage.setItem(SEEN, String(Date.now()));
    } catch {
      session.dataset.seen = String(Date.now());
    }
  };

  const last = () => {
    try {
      return Number(localStorage.getItem(SEEN));
    } catch {
      return Number(session.dataset.seen);
    }
  };

  const look = () => {
    const left = last() + length - Date.now();
    if (left <= 0) show("over");
    else if (left <= WARN_BEFORE) show("soon");
    else if (session.open && !session.classList.contains("kw-session--over")) session.close();
  };

  const goOn = async () => {
    const token = await tokenFrom(`${session.dataset.awake}?as=${session.dataset.as}`);
    if (!token) {
      show("over");
      session.querySelector('[data-when="not-yet"]').hidden = false;
      return;
    }
    for (const field of document.querySelectorAll('[name="csrfmiddlewaretoken"]')) {
      field.value = token;
    }
    seen();
    session.classList.remove("kw-session--over");
    session.close();
  };

  session.addEventListener("cancel", (event) => event.preventDefault());
  for (const button of session.querySelectorAll('[data-do="go-on"]')) {
    button.addEventListener("click", goOn);
  }
  seen();
  setInterval(look, 5_000);
  document.addEventListener("visibilitychange", () => document.hidden || look());
}
