import { h } from "./dom.js";

/** A form for what a tool takes, from its JSON Schema; what has no simple form is written as JSON. */
export function schemaForm(schema, prefix) {
    const properties = Object.entries(schema?.properties ?? {}).slice(0, 60);
    const required = new Set(Array.isArray(schema?.required) ? schema.required : []);
    const controls = properties.map(([name, rule]) => control(name, rule && typeof rule === "object" ? rule : {}, required.has(name), `${prefix}-${name}`));
    return {
        element: controls.length ? h("div", { class: "arguments" }, controls.map((one) => one.element)) : h("p", { class: "quiet" }, "It takes no arguments."),
        /** The arguments; throws what is wrong with the first that is wrong, and goes there. */
        read() {
            const values = {};
            for (const one of controls) {
                const value = one.read();
                if (value !== undefined) values[one.name] = value;
            }
            return values;
        },
    };
}

const typeOf = (rule) => (Array.isArray(rule.type) ? rule.type.find((type) => type !== "null") : rule.type) ?? (rule.enum ? "string" : "string");

function control(name, rule, required, id) {
    const type = typeOf(rule);
    const choices = Array.isArray(rule.enum) ? rule.enum : type === "boolean" ? [true, false] : null;
    const isJSON = type === "object" || type === "array";
    const shared = { id, "aria-describedby": rule.description ? `${id}-help` : null, required };
    const usual = rule.default !== undefined ? `usually ${JSON.stringify(rule.default)}` : "";
    const input = choices ? h("select", shared, h("option", { value: "" }, usual || "not given"), choices.map((choice, index) => h("option", { value: String(index) }, String(choice))))
        : isJSON ? h("textarea", { ...shared, rows: "2", placeholder: type === "array" ? "[…]" : "{…}", spellcheck: "false" })
        : h("input", { ...shared, type: "text", inputmode: type === "integer" || type === "number" ? "decimal" : null, placeholder: usual, autocomplete: "off", spellcheck: "false" });
    const fail = (words) => { input.focus(); throw Object.assign(new Error(`${name} ${words}`), { fix: "" }); };
    return {
        name,
        element: h("div", { class: "field" }, h("div", { class: "label" }, h("label", { for: id }, name), h("span", { class: "flag" }, type), required && h("span", { class: "flag" }, "required")), h("div", { class: "input" }, input), rule.description && h("p", { class: "quiet", id: `${id}-help` }, String(rule.description))),
        read() {
            const text = input.value;
            if (text.trim() === "") return required ? fail("is needed") : undefined;
            if (choices) return choices[Number(text)];
            if (type === "integer" || type === "number") { const number = Number(text); return Number.isFinite(number) ? number : fail("has to be a number"); }
            if (isJSON) { try { return JSON.parse(text); } catch { return fail("has to be JSON"); } }
            return text;
        },
    };
}
