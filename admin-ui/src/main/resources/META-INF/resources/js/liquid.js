// Colours Liquid's marks in a text area: a layer with the same text lies over it, whose own letters are transparent.
// Text becomes text nodes only, never HTML. Without this script the field is a plain text area.
(() => {
    const MARK = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{\{|\{%/g;

    const kindOf = (mark) => {
        if (mark.length < 4) {
            return 'liquid-open';
        }
        return mark.startsWith('{{') ? 'liquid-variable' : 'liquid-tag';
    };

    const paint = (layer, text) => {
        layer.textContent = '';
        let from = 0;
        for (const match of text.matchAll(MARK)) {
            layer.append(text.slice(from, match.index));
            const span = document.createElement('span');
            span.className = kindOf(match[0]);
            span.textContent = match[0];
            layer.append(span);
            from = match.index + match[0].length;
        }
        layer.append(text.slice(from) + '\n');
    };

    const COPIED = ['font', 'letterSpacing', 'lineHeight', 'padding', 'textAlign', 'tabSize'];

    const place = (wrapper, layer, area) => {
        const outer = wrapper.getBoundingClientRect();
        const inner = area.getBoundingClientRect();
        const style = getComputedStyle(area);
        for (const name of COPIED) {
            layer.style[name] = style[name];
        }
        layer.style.left = `${inner.left - outer.left}px`;
        layer.style.top = `${inner.top - outer.top}px`;
        layer.style.width = `${inner.width}px`;
        layer.style.height = `${inner.height}px`;
    };

    const whenReady = (wrapper, work, tries = 60) => {
        const area = wrapper.querySelector('vaadin-text-area > textarea');
        if (area) {
            work(area);
        } else if (tries > 0) {
            requestAnimationFrame(() => whenReady(wrapper, work, tries - 1));
        }
    };

    window.xiaoerLiquid = {
        attach(wrapper) {
            whenReady(wrapper, (area) => {
                const layer = wrapper.querySelector('.liquid-layer');
                const draw = () => {
                    paint(layer, area.value);
                    place(wrapper, layer, area);
                };
                area.addEventListener('input', draw);
                wrapper.querySelector('vaadin-text-area').addEventListener('value-changed', () => requestAnimationFrame(draw));
                new ResizeObserver(draw).observe(area);
                new ResizeObserver(draw).observe(wrapper);
                wrapper.classList.add('liquid-ready');
                draw();
            });
        },

        // where the cursor is, as if it had been typed
        insert(wrapper, text) {
            whenReady(wrapper, (area) => {
                area.focus();
                area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
                area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            });
        },
    };
})();
