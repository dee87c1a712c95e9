package textview

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// A tongue is what a text of a script is made of: syllables, how many a word has at most, and what
// stands between words.
type tongue struct {
	syllables string // parted by spaces
	longest   int
	space     string
	full      string // what ends a sentence
}

var tongues = map[string]tongue{
	"latin":   {"the or bo at ka min fer lo ing ter sa ne vo re di um pa hor bra ly", 4, " ", ". "},
	"chinese": {"港 务 局 说 清 晨 爆 炸 造 成 十 四 人 死 亡 至 少 受 伤 另 有 撤 离 渡 船 上 共 名 乘 客 没 接 到 警 告 记 者 在 北 码 头 看 岸 边 的 房 屋", 3, "", "。"},
	"thai":    {"กา ผู้ ว่า การ น้ำ ลึก เมื่อ วัน ที่ มี เสีย ชี วิต อย่าง น้อย คน ท่า เรือ บาง นูร ระ เบิด จาก เหตุ ทุก", 8, " ", " "},
	"arabic":  {"قا ل مح افظ إن شخ صًا قُت لوا في سلم حي الس وق صب اح من هم ميـ ناء نو ران قو ارب", 4, " ", ". "},
	"hindi":   {"ज़ि ला अधि का री ने क हा कि न दी कि ना रे लो गों की मृ त्यु हु ई क्ष त्रि य श्री कर्त् ता स्था", 4, " ", "। "},
	"emoji":   {"👨‍👩‍👧 🇺🇦 👍🏽 ❤️ 1️⃣ so many boats 😢 🚤 were 👩🏽‍🚒 there", 2, " ", "! "},
	"mixed":   {"Tarn Valley قال إن 14 שלום עולם (Orrin) 3,500 «Noran»", 2, " ", ". "},
}

// prose returns about so many bytes in a tongue, of some thousands of different words, the common
// ones far more often than the rare.
func (t tongue) prose(size int) string {
	r := rand.New(rand.NewPCG(17, 18))
	syllables := strings.Fields(t.syllables)
	words := make([]string, 8000)
	for i := range words {
		for range 1 + r.IntN(t.longest) {
			words[i] += syllables[r.IntN(len(syllables))]
		}
	}
	common := rand.NewZipf(r, 1.1, 4, uint64(len(words)-1))
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		b.WriteString(words[common.Uint64()])
		switch {
		case n%90 == 0:
			b.WriteString(t.full + "\n")
		case n%12 == 0:
			b.WriteString(t.full)
		default:
			b.WriteString(t.space)
		}
	}
	return b.String()
}

// eachTongue runs a benchmark with a megabyte of each script.
func eachTongue(b *testing.B, run func(b *testing.B, text string)) {
	for _, name := range []string{"latin", "chinese", "thai", "arabic", "hindi", "emoji", "mixed"} {
		text := tongues[name].prose(1 << 20)
		b.Run(name, func(b *testing.B) { run(b, text) })
	}
}

func BenchmarkLayoutOfAMegabyte(b *testing.B) {
	eachTongue(b, func(b *testing.B, text string) {
		for b.Loop() {
			lay(text, testShaper(16), 600)
		}
	})
}

// From a text of a script to what is to be sent to the screen, as if it were the first of its kind.
func BenchmarkOpenAMegabyte(b *testing.B) {
	eachTongue(b, func(b *testing.B, text string) {
		s := newScreen(b, "", nil)
		timed(b, func() {
			s.shaper = nil
			s.SetText(text)
			s.frame()
		})
	})
}

func TestAMegabyteOfAnyScriptIsLaidOutSoon(t *testing.T) {
	for name, tongue := range tongues {
		text := tongue.prose(1 << 20)
		start := time.Now()
		l := lay(text, testShaper(16), 600)
		if took := time.Since(start); took > time.Second && !raced {
			t.Errorf("a megabyte of %s took %v", name, took) // ten times what is promised: the machine may be busy
		}
		checkLines(t, name, l)
	}
}
