// What the inbox does in the browser alone: signs of life, keys, the call when somebody waits, and the field one writes in.
(() => {
    if (window.xiaoerInbox) {
        return;
    }

    const ALIVE_MILLIS = 15_000;
    const NEAR_THE_END = 120;
    let view = null;
    let clock = null;
    let sounds = null;

    const stored = (name, value) => {
        try {
            if (value === undefined) {
                return localStorage.getItem("xiaoer-inbox-" + name);
            }
            localStorage.setItem("xiaoer-inbox-" + name, value);
        } catch {
            // a browser that keeps nothing forgets it with the page
        }
        return null;
    };

    // a worker's clock is not slowed down while another tab is in front
    const startClock = (tick) => {
        try {
            const address = URL.createObjectURL(
                new Blob([`setInterval(() => postMessage(0), ${ALIVE_MILLIS})`], { type: "text/javascript" })
            );
            const worker = new Worker(address);
            worker.onmessage = tick;
            return () => {
                worker.terminate();
                URL.revokeObjectURL(address);
            };
        } catch {
            const timer = setInterval(tick, ALIVE_MILLIS);
            return () => clearInterval(timer);
        }
    };

    const isWriting = (target) =>
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

    const onKey = (event) => {
        const target = event.composedPath()[0];
        if (event.key === "Escape" && isWriting(target) && view?.contains(event.target)) {
            target.blur();
            return;
        }
        const dialog = document.querySelector("vaadin-dialog[opened], vaadin-confirm-dialog[opened]");
        if (!view || dialog || isWriting(target) || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if ("jktrnbe/?".includes(event.key) && event.key.length === 1) {
            event.preventDefault();
            view.dispatchEvent(new CustomEvent("inbox-key", { detail: event.key }));
        }
    };

    const ring = () => {
        try {
            sounds ??= new AudioContext();
            const now = sounds.currentTime;
            [660, 880].forEach((pitch, i) => {
                const tone = sounds.createOscillator();
                const loud = sounds.createGain();
                tone.frequency.value = pitch;
                loud.gain.setValueAtTime(0.0001, now + i * 0.16);
                loud.gain.exponentialRampToValueAtTime(0.15, now + i * 0.16 + 0.02);
                loud.gain.exponentialRampToValueAtTime(0.0001, now + i * 0.16 + 0.3);
                tone.connect(loud).connect(sounds.destination);
                tone.start(now + i * 0.16);
                tone.stop(now + i * 0.16 + 0.32);
            });
        } catch {
            // no sound then
        }
    };

    const field = (composer) => composer.querySelector("#composer-text");
    const input = (composer) => field(composer)?.querySelector("textarea");

    const send = (composer) => {
        const area = field(composer);
        const text = input(composer)?.value ?? "";
        if (!area || area.readonly || !text.trim()) {
            return;
        }
        composer.dispatchEvent(new CustomEvent("inbox-send", { detail: text }));
        area.value = "";
    };

    window.xiaoerInbox = {
        begin(element) {
            view = element;
            clock?.();
            clock = startClock(() => view?.dispatchEvent(new CustomEvent("inbox-here")));
            document.removeEventListener("keydown", onKey);
            document.addEventListener("keydown", onKey);
        },

        end() {
            clock?.();
            clock = null;
            view = null;
            document.removeEventListener("keydown", onKey);
        },

        count(number, title) {
            document.title = number > 0 ? `(${number}) ${title}` : title;
        },

        call(title, text) {
            if (stored("sound") !== "off") {
                ring();
            }
            if (document.hidden && stored("notify") === "on" && window.Notification?.permission === "granted") {
                const note = new Notification(title, { body: text, tag: "xiaoer-inbox", icon: "icons/xiaoer.svg" });
                note.onclick = () => {
                    window.focus();
                    note.close();
                };
            }
        },

        toggleSound() {
            const on = stored("sound") === "off";
            stored("sound", on ? "on" : "off");
            if (on) {
                ring();
            }
            return on;
        },

        async askToNotify() {
            if (!window.Notification) {
                return "missing";
            }
            if (stored("notify") === "on" && Notification.permission === "granted") {
                stored("notify", "off");
                return "off";
            }
            const answer = await Notification.requestPermission();
            stored("notify", answer === "granted" ? "on" : "off");
            return answer === "granted" ? "on" : "denied";
        },

        toEnd(scroller, always) {
            const far = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
            if (always || far < Math.max(NEAR_THE_END, scroller.clientHeight / 2)) {
                requestAnimationFrame(() => {
                    scroller.scrollTop = scroller.scrollHeight;
                });
            }
        },

        compose(composer) {
            composer.addEventListener("keydown", (event) => {
                // an input method's Enter ends a word, not the message
                if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) {
                    return;
                }
                if (event.composedPath()[0] === input(composer)) {
                    event.preventDefault();
                    send(composer);
                }
            });
        },

        send,

        insert(composer, text) {
            const area = field(composer);
            const where = input(composer);
            if (!area || !where) {
                return;
            }
            const from = where.selectionStart ?? where.value.length;
            const to = where.selectionEnd ?? from;
            area.value = where.value.slice(0, from) + text + where.value.slice(to);
            area.focus();
            requestAnimationFrame(() => where.setSelectionRange(from + text.length, from + text.length));
        },
    };
})();
