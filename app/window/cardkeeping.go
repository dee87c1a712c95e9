package window

// save keeps what was typed and not kept yet, and says what is wrong with what cannot be kept.
func (c *card) save() { c.say(c.keepAll()) }

// keepTyping does so while somebody is typing, who may not be done with what is wrong yet.
func (c *card) keepTyping() {
	if why := c.keepAll(); why == "" {
		c.say("")
	}
}

// keepAll keeps what was typed and not kept yet, and returns what is wrong with the first that
// cannot be kept.
func (c *card) keepAll() (wrong string) {
	if c.busy {
		return ""
	}
	c.busy = true
	defer func() { c.busy = false }()
	for _, f := range c.fields {
		was := f.shown
		why, err := f.save()
		if err != nil {
			c.w.failed(err)
			return ""
		}
		if f.shown != was {
			c.w.sayKept(f.Attribute.Shown() + " is saved")
		}
		if why != "" && wrong == "" {
			wrong = why
		}
		c.draft(f, why)
	}
	if err := c.saveNote(); err != nil {
		c.w.failed(err)
	}
	return wrong
}

// draft remembers what was refused of a field until it is mended, though other spans are looked at
// in between.
func (c *card) draft(f *field, why string) {
	if f.entry == nil {
		return
	}
	key := c.of + " " + f.Name
	delete(c.drafts, key)
	if why != "" {
		c.drafts[key] = f.entry.Text
	}
}

// restore puts back what was refused before, and says why again.
func (c *card) restore() {
	again := false
	for _, f := range c.fields {
		if text, was := c.drafts[c.of+" "+f.Name]; was && f.entry != nil {
			f.entry.SetText(text)
			again = true
		}
	}
	if again {
		c.save()
	}
}

// say says what is wrong with a field, below the fields and in the status line.
func (c *card) say(why string) {
	if c.wrong == nil || c.wrong.text == why {
		return
	}
	c.wrong.text = why
	c.wrong.Hidden = why == ""
	c.wrong.Refresh()
	c.layOut()
	if why != "" {
		c.w.say(why + ". It is not kept yet.")
	}
}

func (c *card) saveNote() error {
	if c.note == nil {
		return nil
	}
	text, was := c.typedNote(), c.kept
	if text == was {
		return nil
	}
	c.kept = text
	if err := c.keep(text); err != nil {
		c.kept = was
		return err
	}
	c.w.sayKept(map[bool]string{true: "The note is saved", false: "The note was taken away"}[text != ""])
	return nil
}
